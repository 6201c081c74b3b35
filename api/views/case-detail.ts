import { isoInstant } from '../../domain/calendar/civil.ts';
import type { Actor } from '../../domain/define-case-type.ts';
import { PARTS } from '../../domain/definition/parts.ts';
import { refusalText } from '../../domain/rejection.ts';
import { rulesOf } from '../../domain/registry.ts';
import { availableCommands } from '../../domain/views.ts';
import type { Holding as Leg } from '../../domain/clocks/legs.ts';
import type { Holding, StoredCase } from '../queries/case-detail.ts';
import type { Directory } from '../queries/directory.ts';
import { caseRowView } from './case-row.ts';
import { clockView } from './clock.ts';
import { maskedName, maskedPhone } from './masking.ts';
import { recordViews } from './records.ts';
import { timelineOf } from './timeline.ts';

/** The case page. */
export function caseDetailView(
  stored: StoredCase,
  actor: Actor,
  directory: Directory,
  now: number,
) {
  const { state } = stored;
  const rules = rulesOf(state.rules);
  const summary = rules.type.summary(state.facts as never);
  const text = stored.text(summary.text);
  const address = stored.text(summary.address);
  const caller = summary.person === undefined ? null : stored.identity(summary.person);
  const leads = leadHoldings(stored.holdings);
  const context = { rules, state, directory, text: stored.text };
  return {
    ...caseRowView({ number: stored.number, state, text, address }, directory, now),
    text,
    caller: caller && { name: maskedName(caller['name']), phone: maskedPhone(caller['phone']) },
    clocks: state.clocks.map((clock) =>
      clockView(rules, clock, { holdings: leads, directory }, now),
    ),
    timeline: timelineOf(context, stored.events),
    availableCommands: availableCommands(rules, state, actor, now).map(
      ({ refusal, ...command }) => ({
        ...command,
        ...(refusal && { refusal: { code: refusal.code, ...refusalText(refusal) } }),
      }),
    ),
    ...recordViews(rules.type, state),
    holders: stored.holdings.map(({ unit, part, from, to }) => ({
      unit: directory.unit(unit),
      part,
      partLabel: PARTS[part],
      from: isoInstant(from.getTime()),
      to: to && isoInstant(to.getTime()),
    })),
    rules: state.rules,
    asOf: isoInstant(now),
  };
}

/** Who led the case from when on, and since when nobody did. */
const leadHoldings = (holdings: readonly Holding[]): readonly Leg[] =>
  holdings
    .filter(({ part }) => part === 'lead')
    .flatMap(({ unit, from, to }): Leg[] => [
      { unit, from: from.getTime() },
      ...(to ? [{ unit: null, from: to.getTime() }] : []),
    ]);
