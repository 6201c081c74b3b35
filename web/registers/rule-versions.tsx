import { type RecordColumn, RecordPanel } from '../case/record-panel.tsx';
import { momentText } from '../light/due-text.ts';
import type { RuleVersion } from '../server/oversight.ts';
import { PressToDo } from './press-to-do.tsx';

export const KINDS = { policy: '时限与级别', calendar: '放假安排' } as const;

const STATUS = { released: '随版本发布', proposed: '待批准', published: '已发布' } as const;

interface VersionsProps {
  readonly versions: readonly RuleVersion[];
  readonly onDone: (text: string) => void;
}

/** Every version, with how many open cases hold to it, and the approval that a proposed one waits for. */
export const Versions = ({ versions, onDone }: VersionsProps) => (
  <RecordPanel
    id="versions"
    title="版本"
    hint={`${versions.length} 个`}
    rows={versions}
    keyOf={({ kind, version }) => `${kind} ${version}`}
    columns={columnsOf(onDone)}
  />
);

const byText = (name: string | null, at: string | null): string =>
  name === null || at === null ? '—' : `${name} ${momentText(at)}`;

const columnsOf = (onDone: VersionsProps['onDone']): readonly RecordColumn<RuleVersion>[] => [
  { title: '类别', cell: ({ kind }) => KINDS[kind] },
  { title: '版本', cell: ({ version }) => <b>{version}</b> },
  { title: '生效', cell: ({ effectiveFrom }) => effectiveFrom ?? '—' },
  { title: '依据', cell: ({ basis }) => basis ?? <span className="quiet">—</span> },
  { title: '提出', cell: ({ proposedBy, proposedAt }) => byText(proposedBy, proposedAt) },
  { title: '批准', cell: ({ approvedBy, approvedAt }) => byText(approvedBy, approvedAt) },
  { title: '在办', cell: ({ openCases }) => `${openCases} 件` },
  {
    title: '状态',
    cell: ({ kind, version, status }) =>
      status === 'proposed' ? (
        <PressToDo
          label="批准发布"
          about={version}
          path={`/api/rules/${kind}/${encodeURIComponent(version)}/approval`}
          refreshes={['rules']}
          onDone={() => onDone(`已发布 ${version}`)}
        />
      ) : (
        STATUS[status]
      ),
  },
];
