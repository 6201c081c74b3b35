import type { CaseState } from '../../domain/case-state.ts';
import { isoInstant } from '../../domain/calendar/civil.ts';
import type { Light } from '../../domain/clocks/clock.ts';
import { rulesOf } from '../../domain/registry.ts';
import { caseLight, worklistInstants } from '../../domain/views.ts';
import type { Directory } from '../queries/directory.ts';

export const LIGHT_LABELS: Readonly<Record<Light, string>> = {
  green: '正常',
  yellow: '预警',
  red: '超时',
};

const iso = (instant: number | undefined): string | null =>
  instant === undefined ? null : isoInstant(instant);

/** A case as lists and the head of its page show it. Texts come in opened. */
export function caseRowView(
  stored: {
    readonly number: string;
    readonly state: CaseState;
    readonly text: string;
    readonly address: string;
  },
  directory: Directory,
  now: number,
) {
  const { state, number } = stored;
  const rules = rulesOf(state.rules);
  const { type } = rules;
  const summary = type.summary(state.facts as never);
  const worklist = worklistInstants(rules, state);
  const light = caseLight(rules, state, now);
  const lead = type.holders(state.facts as never).find(({ part }) => part === 'lead');
  return {
    id: state.caseId,
    number,
    type: type.id,
    typeLabel: type.label,
    stage: state.stage,
    stageLabel: type.states[state.stage]?.label ?? state.stage,
    ended: type.states[state.stage]?.ended === true,
    light,
    lightLabel: LIGHT_LABELS[light],
    urgent: summary.urgent,
    matter: summary.matter,
    town: directory.unit(summary.town),
    leadUnit: directory.unit(lead?.unit),
    summary: summaryOf(stored.text),
    address: stored.address,
    dueAt: iso(worklist.dueAt),
    dueLabel: worklist.dueClock ? (type.clocks[worklist.dueClock]?.label ?? null) : null,
    statutoryDue: iso(worklist.redAt),
    provisional: worklist.provisional,
    receivedAt: isoInstant(summary.receivedAt),
    version: state.version,
  };
}

/** Characters of the text in a list. */
const SUMMARY_LENGTH = 60;

/** The beginning of a text, as lists show it. */
export const summaryOf = (text: string): string =>
  Array.from(text).slice(0, SUMMARY_LENGTH).join('');
