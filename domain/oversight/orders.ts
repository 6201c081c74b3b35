import type { CivilDate } from '../calendar/civil.ts';
import type { Happened } from '../define-case-type.ts';

/** Where an order comes from: the supervisor, the city's list, a leader's instruction (领导批示). */
export const SOURCES = { INTERNAL: '督办员', CITY: '市督办', LEADER: '领导批示' } as const;

export const GROUNDS = {
  OVERDUE: '逾期未办结',
  BUCK_PASSING: '推诿扯皮',
  PERFUNCTORY: '敷衍应付',
  FALSE_REPORT: '弄虚作假',
  RULE_BROKEN: '违反受理、办理规定',
  NOT_EXECUTED: '未落实处理意见',
  INSTRUCTED: '上级交办',
} as const;

/** A supervision order (督办单), an overlay with a life of its own (docs/rules.md 16). */
export interface Order {
  readonly number: string;
  readonly source: keyof typeof SOURCES;
  /** Raised by every reply that is not accepted. */
  readonly level: number;
  /** Last day of the reply, where the order sets one. */
  readonly dueOn?: CivilDate;
  readonly repliedBy?: string;
  readonly closed: boolean;
}

/** What oversight adds to the facts of any case type; missing until the first order. */
export interface Overseen {
  readonly orders?: readonly Order[];
}

export const openOrders = ({ orders = [] }: Overseen): readonly Order[] =>
  orders.filter(({ closed }) => !closed);

export const awaitingReply = (facts: Overseen): readonly Order[] =>
  openOrders(facts).filter(({ repliedBy }) => repliedBy === undefined);

export const replied = (facts: Overseen): readonly Order[] =>
  openOrders(facts).filter(({ repliedBy }) => repliedBy !== undefined);

/** The order that an input names among some, or the oldest of them. */
export const namedOrder = (
  orders: readonly Order[],
  named: string | undefined,
): Order | undefined =>
  named === undefined ? orders[0] : orders.find(({ number }) => number === named);

export const withOrder = <Facts extends Overseen>(facts: Facts, order: Order): Facts => {
  const { orders = [] } = facts;
  const known = orders.some(({ number }) => number === order.number);
  const others = orders.map((one) => (one.number === order.number ? order : one));
  return { ...facts, orders: known ? others : [...orders, order] };
};

/** The same, with the order last: the day of a clock that starts is the last order's. */
export const withOrderLast = <Facts extends Overseen>(facts: Facts, order: Order): Facts => ({
  ...facts,
  orders: [...(facts.orders ?? []).filter(({ number }) => number !== order.number), order],
});

/** The facts after an order was issued; its last day is the newest order's. */
export const issued = (
  facts: Overseen,
  { document = '', input }: Happened<{ source: Order['source']; dueOn?: CivilDate | undefined }>,
): Overseen =>
  withOrder(facts, {
    number: document,
    source: input.source,
    level: 1,
    closed: false,
    ...(input.dueOn !== undefined && { dueOn: input.dueOn }),
  });
