import { useQuery } from '@tanstack/react-query';
import { ANSWERING, ESCALATION } from '../../domain/oversight/answers.ts';
import { momentText } from '../light/due-text.ts';
import { LightChip } from '../light/light-chip.tsx';
import type { AvailableCommand, CaseDetail } from '../server/case-detail.ts';
import { sessionQuery } from '../server/queries.ts';

/** The step answers an escalation. */
export const isAnswer = ({ command }: AvailableCommand): boolean =>
  ANSWERING.some((name) => name === command);

/** Tells supervisors that the case waits for them, until when, and by which steps they answer. */
export function EscalationHint({ detail }: { detail: CaseDetail }) {
  const { data: me } = useQuery(sessionQuery);
  const owed = detail.clocks.find(
    ({ clock, status }) => clock === ESCALATION && status === 'running',
  );
  const answers = detail.availableCommands.filter((one) => one.allowed && isAnswer(one));
  if (!owed || answers.length === 0 || !me?.supervises.includes(detail.type)) return null;
  return (
    <p className="escalation-hint">
      <b>升级待处置</b> <LightChip light={owed.light} due={owed.internalDue} asOf={detail.asOf} />
      <span className="quiet"> {momentText(owed.internalDue, detail.asOf)} 到期</span>
      <br />
      任选其一即为处置:{answers.map(({ label }) => label).join('、')}
    </p>
  );
}
