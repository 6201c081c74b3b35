import { useQuery } from '@tanstack/react-query';
import type { CaseDetail } from '../server/case-detail.ts';
import { caseTypesQuery } from '../server/queries.ts';
import { Caller } from './caller.tsx';
import { wordsOf } from './words.ts';

/** What the case is about, where, who brought it, and which units hold it. */
export function Matter({ detail }: { detail: CaseDetail }) {
  const { data: types } = useQuery(caseTypesQuery);
  const words = wordsOf(types?.find(({ id }) => id === detail.type));
  return (
    <section className="panel" aria-labelledby="matter">
      <h2 id="matter">{words.text}</h2>
      <p className="prose">{detail.text}</p>
      <dl className="pairs">
        <dt>{words.address}</dt>
        <dd>{[detail.town?.short, detail.address].filter((text) => text).join(' · ')}</dd>
        {detail.caller && (
          <>
            <dt>{words.person}</dt>
            <dd>
              <Caller caseId={detail.id} masked={detail.caller} called={words.person} />
            </dd>
          </>
        )}
        <Holders holders={detail.holders} />
      </dl>
    </section>
  );
}

/** The units that hold the case now, by their part in it. */
function Holders({ holders }: Pick<CaseDetail, 'holders'>) {
  const parts = new Map<string, string[]>();
  for (const { partLabel, unit, to } of holders) {
    if (to === null) parts.set(partLabel, [...(parts.get(partLabel) ?? []), unit.short]);
  }
  return [...parts].map(([part, units]) => (
    <Part key={part} part={part} units={[...new Set(units)]} />
  ));
}

const Part = ({ part, units }: { part: string; units: readonly string[] }) => (
  <>
    <dt>{part}</dt>
    <dd>{units.join('、')}</dd>
  </>
);
