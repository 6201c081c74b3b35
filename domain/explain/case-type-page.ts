import type { CaseType } from '../define-case-type.ts';
import { listOf } from '../define-case-type.ts';
import type { CaseTypeFacts } from './case-type-facts.ts';
import { standingCommands } from './arrows.ts';
import { handsOver } from './clock-rules.ts';
import { diagram } from './diagram.ts';
import { commandLabel, roleLabel } from './labels.ts';
import { code, joined, lines, table } from './markdown.ts';
import { laddersTable, limitsTable, runsTable } from './page-clocks.ts';
import { commandsSection, guardsText } from './page-commands.ts';
import { documentsTable, endingsTable, tiesTable } from './page-records.ts';

/** How the pages are written anew. */
export const REGENERATE = 'npm run -s explain -- --docs docs/case-types';

/** Everything that a case type says, as a page of Markdown. */
export function caseTypePage(facts: CaseTypeFacts): string {
  const { type, policy } = facts.rules;
  const sections = [
    `# ${type.label}`,
    `${code(type.id)}, version ${type.version}; case numbers begin with ${code(type.prefix)}. Limits are those of the policy ${code(policy.version)}. Written by ${code(REGENERATE)}; not to be edited.`,
    `\`\`\`mermaid\n${diagram(type)}\`\`\``,
    'Filled states have ended: no handling clock runs in them. 自动 marks what happens by itself.',
    standingNote(type),
    `## States\n\n${statesTable(type)}`,
    `## Roles\n\n${rolesTable(type)}`,
    holdersNote(facts),
    `## Commands\n\n${commandsSection(facts)}`,
    'Guards are asked in this order and may refuse what state and role allow. Each is named with the rule by which it refuses.',
    `## How it ends\n\n${endingsTable(type, (command) => guardsText(facts, command))}`,
    titled('## Documents', documentsTable(type)),
    titled('## Ties to other cases', tiesTable(type)),
    `## Clocks\n\n### When they run\n\n${runsTable(facts)}`,
    `### Limits\n\n${limitsTable(facts)}`,
    `### Levels\n\n${laddersTable(facts)}`,
    latenessNote(type),
  ];
  return sections
    .filter((part) => part !== undefined)
    .join('\n\n')
    .concat('\n');
}

const titled = (title: string, section: string | undefined): string | undefined =>
  section && `${title}\n\n${section}`;

/** What the diagram leaves out. */
function standingNote(type: CaseType): string | undefined {
  const labels = joined(standingCommands(type).map((command) => commandLabel(type, command)));
  return (
    labels && `Not drawn, since they leave a case where it is in most of its states: ${labels}.`
  );
}

function statesTable(type: CaseType): string {
  const rows = Object.entries(type.states).map(([state, { label, ended, final }]) => {
    const leaving = Object.values(type.commands).filter(
      ({ from, to }) => to !== undefined && listOf(from).includes(state),
    );
    return [
      label,
      code(state),
      final ? 'final' : ended ? 'ended' : undefined,
      leaving.map((spec) => spec.label).join('、'),
    ];
  });
  return table(['state', 'key', 'kind', 'commands that lead away'], rows);
}

function rolesTable(type: CaseType): string {
  const rows = Object.entries(type.roles).map(([role, { label, at }]) => {
    const specs = [type.opens, ...Object.values(type.commands)];
    const may = specs.filter(({ by }) => listOf(by).includes(role)).map((spec) => spec.label);
    return [lines([label, code(role)]), at, may.join('、')];
  });
  return table(['role', 'at', 'may'], rows);
}

/** Which cases a unit's people may touch, and what changes that. */
function holdersNote(facts: CaseTypeFacts): string {
  const { type } = facts.rules;
  const changing = joined(
    handsOver(facts.rules, facts.samples).map((one) => commandLabel(type, one)),
  );
  const change = changing
    ? `The units that hold a case change with: ${changing}.`
    : 'No command changes the units that hold a case.';
  return `Roles at ${code('centre')} act on every case; roles at an office on every case of this type; roles at ${code('unit')} only on cases that their own unit holds, in the part that stands beside them. ${change}`;
}

/** Whom the levels of clocks reach besides whoever owes the duty. */
function latenessNote(type: CaseType): string {
  const { lead, supervisor } = type.escalatesTo;
  const [head, above] = [roleLabel(type, lead), roleLabel(type, supervisor)];
  return `Lateness is told to whoever owes the duty, then to ${head} of that unit, then to ${above}; where nobody holds the role, to the next. For duties of the centre ${above} takes the place of ${head}.`;
}
