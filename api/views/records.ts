import type { CaseState } from '../../domain/case-state.ts';
import { isoInstant } from '../../domain/calendar/civil.ts';
import type { CaseType } from '../../domain/define-case-type.ts';
import type { CaseDocument, DocumentRef } from '../../domain/definition/documents.ts';
import type { CaseLink, KnownLink } from '../../domain/definition/links.ts';
import { type Order, type Overseen, SOURCES } from '../../domain/oversight/orders.ts';
import { currentCaseType } from '../../domain/registry.ts';

/** What the other case is to this one, by the kind of the tie and the end at which the other stands. */
const LINK_LABELS: Readonly<Record<`${CaseLink['kind']}.${CaseLink['end']}`, string>> = {
  'conversion.to': '转出',
  'conversion.from': '转入',
  'merge.to': '并入',
  'merge.from': '被并',
  'incident.to': '同诉(牵头件)',
  'incident.from': '同诉',
  'repeat.to': '重复(前件)',
  'repeat.from': '重复(后件)',
};

export const linkLabel = ({ kind, end }: Pick<CaseLink, 'kind' | 'end'>): string =>
  LINK_LABELS[`${kind}.${end}`];

export const typeLabel = (id: string): string => currentCaseType(id)?.label ?? id;

export const documentLabel = ({ documents = {} }: CaseType, { kind }: DocumentRef): string =>
  documents[kind]?.label ?? kind;

const ORDER_STATUS = {
  AWAITING_REPLY: '待答复',
  REPLIED: '已答复待审',
  CLOSED: '已销号',
} as const;

const statusOf = ({ closed, repliedBy }: Order): keyof typeof ORDER_STATUS =>
  closed ? 'CLOSED' : repliedBy === undefined ? 'AWAITING_REPLY' : 'REPLIED';

/** Documents, ties to other cases and supervision orders of a case, as its page shows them. */
export const recordViews = (type: CaseType, { documents, links, facts }: CaseState) => ({
  documents: documents.map((one) => documentView(type, one)),
  links: links.map(linkView),
  orders: ((facts as Overseen).orders ?? []).map(orderView),
});

const isoOrNull = (instant: number | undefined): string | null =>
  instant === undefined ? null : isoInstant(instant);

const documentView = (type: CaseType, { servedAt, ...document }: CaseDocument) => ({
  kind: document.kind,
  label: documentLabel(type, document),
  number: document.number,
  issuedAt: isoInstant(document.issuedAt),
  servedAt: isoOrNull(servedAt),
});

const linkView = (link: KnownLink) => ({
  kind: link.kind,
  label: linkLabel(link),
  end: link.end,
  caseId: link.caseId,
  number: link.number,
  type: link.type,
  typeLabel: typeLabel(link.type),
  at: isoInstant(link.at),
  endedAt: isoOrNull(link.endedAt),
});

const orderView = (order: Order) => ({
  number: order.number,
  source: order.source,
  sourceLabel: SOURCES[order.source],
  level: order.level,
  dueOn: order.dueOn ?? null,
  status: statusOf(order),
  statusLabel: ORDER_STATUS[statusOf(order)],
});
