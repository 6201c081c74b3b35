import type { CaseDetail, TimelineEntry } from './answers.ts';
import { aligned, clipped } from './columns.ts';
import type { Opened } from './opening.ts';
import type { Script } from './tickets.ts';

const SCRIPT_LABELS: Readonly<Record<Script, string>> = {
  full: '一次办结',
  returnTwice: '两次退单后会商签派',
  rework: '不满意重办',
  breach: '紧急件派单超时',
  ackOnly: '已签收',
  contact: '已先行联系',
  submitted: '已提交结果',
  void: '双人作废',
};

const DETAIL_COLUMNS = 60;

/** `11-23 17:00:05` of an ISO instant in +08:00. */
export const clockTime = (iso: string): string => iso.slice(5, 19).replace('T', ' ');

/** A case's timeline and the reckoning of what was promised to the citizen, as lines. */
export function storyOf(opened: Opened, detail: CaseDetail): readonly string[] {
  const { script } = opened.ticket;
  return storyTitled(script ? SCRIPT_LABELS[script] : '', detail);
}

/** The same of a case of any type. */
export function storyTitled(title: string, detail: CaseDetail): readonly string[] {
  return [
    `■ ${detail.number}  ${title}  ${detail.address}  现为“${detail.stageLabel}”`,
    ...aligned(detail.timeline.map(lineOf)).map((line) => `  ${line}`),
    ...detail.clocks
      .filter(({ promised }) => promised)
      .map(({ label, ledgerText }) => `  ${label}  ${ledgerText}`),
  ];
}

const lineOf = (entry: TimelineEntry): readonly string[] => [
  String(entry.version).padStart(2),
  clockTime(entry.at),
  entry.actor ? `${entry.actor.name}(${entry.actor.roleLabel})` : '系统',
  entry.label,
  entry.actor ? fieldsOf(entry) : dueOf(entry),
];

const fieldsOf = ({ fields }: TimelineEntry): string =>
  clipped(
    fields
      .map(({ title, value }) => `${title}:${value}`)
      .join(' ')
      .replaceAll('\n', ' '),
    DETAIL_COLUMNS,
  );

function dueOf({ clock, dueAt, targets }: TimelineEntry): string {
  const due = dueAt ? `应于 ${clockTime(dueAt)}` : '';
  const told = targets.length > 0 ? `已告知${targets.join('、')}` : '';
  return [clock ?? '', due, told].filter((part) => part !== '').join(' ');
}
