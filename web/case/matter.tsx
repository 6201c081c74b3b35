import type { CaseDetail } from '../server/contract.ts';
import { Caller } from './caller.tsx';

/** What was asked, by whom, and where. */
export function Matter({ detail }: { detail: CaseDetail }) {
  return (
    <section className="panel" aria-labelledby="matter">
      <h2 id="matter">诉求</h2>
      <p className="prose">{detail.text}</p>
      <dl className="pairs">
        <dt>地址</dt>
        <dd>{detail.address}</dd>
        <dt>来电人</dt>
        <dd>
          <Caller caseId={detail.id} masked={detail.caller} />
        </dd>
      </dl>
    </section>
  );
}
