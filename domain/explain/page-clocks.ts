import type { CaseType, Rules } from '../define-case-type.ts';
import type { Audience } from '../clocks/ladder.ts';
import { ladderText } from '../policy/register-text.ts';
import type { CaseTypeFacts } from './case-type-facts.ts';
import { clockRules } from './clock-rules.ts';
import { clockLabel, commandLabel, eventLabel, roleLabel, stateLabel } from './labels.ts';
import { code, joined, lines, table } from './markdown.ts';

/** How long each clock gives, by the policy: a row for each rule that its limit can be. */
export function limitsTable({ rules }: CaseTypeFacts): string {
  const { type } = rules;
  const rows = Object.keys(type.clocks).flatMap((clock) =>
    clockRules(rules, clock).map((row) => [
      clockLabel(type, clock),
      code(row.key),
      row.value,
      row.counting ?? undefined,
      row.extension ?? undefined,
      row.pauses.join('、'),
      row.clause,
      row.statusText,
      row.ladder === null ? undefined : code(row.ladder),
    ]),
  );
  return table(
    ['clock', 'rule', 'limit', 'counting', 'extension', 'grounds', 'clause', 'status', 'ladder'],
    rows,
  );
}

/** When each clock runs, and whose duty it is. */
export function runsTable({ rules: { type } }: CaseTypeFacts): string {
  const events = (names: readonly string[]) => lines(names.map((name) => eventLabel(type, name)));
  const rows = Object.entries(type.clocks).map(([clock, spec]) => [
    lines([spec.label, code(clock)]),
    roleLabel(type, spec.duty),
    events(spec.starts),
    events(spec.ends),
    lines((spec.pausedIn?.states ?? []).map((state) => stateLabel(type, state))),
    spec.extendedBy && eventLabel(type, spec.extendedBy.event),
    spec.lapse && `${commandLabel(type, spec.lapse)} by itself`,
    lines([
      spec.promised ? 'promised to the citizen' : undefined,
      spec.perSubject ? 'one for each unit that it is about' : undefined,
      spec.perObject ? 'one for each thing that it is about' : undefined,
      spec.until ? 'to the day that an order or a notice sets, where there is one' : undefined,
      spec.inEnded ? 'runs on in an ended state' : undefined,
      spec.missed ? 'its lapse is a miss' : undefined,
    ]),
  ]);
  return table(
    ['clock', 'duty', 'starts', 'ends', 'stands still in', 'extended by', 'when it lapses', 'note'],
    rows,
  );
}

/** The ladders that its clocks climb: when each level comes, and who is told. */
export function laddersTable({ rules }: CaseTypeFacts): string {
  const names = Object.keys(rules.type.clocks).flatMap((clock) =>
    clockRules(rules, clock).flatMap(({ ladder }) => ladder ?? []),
  );
  const rows = [...new Set(names)].sort().flatMap((name) => ladderRows(rules, name));
  return table(['ladder', 'level', 'told'], rows);
}

function ladderRows({ type, policy }: Rules, name: string): readonly (readonly string[])[] {
  const ladder = policy.ladders[name] ?? [];
  if (ladder.length === 0) return [[code(name), 'no level: it lapses', '']];
  return ladder.map((level) => [
    code(name),
    ladderText([level]),
    lines([
      joined(level.notify.map((audience) => audienceText(type, audience))),
      level.sends ? 'and the configured receiver' : undefined,
    ]),
  ]);
}

function audienceText({ roles, escalatesTo }: CaseType, audience: Audience): string {
  if (audience === 'responsible') return 'whose duty it is';
  const role = escalatesTo[audience];
  return roles[role]?.label ?? role;
}
