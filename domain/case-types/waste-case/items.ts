import type { Item, WasteFacts } from './facts.ts';

/** What is still held. */
export const held = ({ items }: WasteFacts): readonly Item[] =>
  items.filter(({ disposed }) => !disposed);
export const registered = (facts: WasteFacts): readonly Item[] =>
  held(facts).filter(({ kind }) => kind === 'REGISTERED');
export const seized = (facts: WasteFacts): readonly Item[] =>
  held(facts).filter(({ kind }) => kind === 'SEIZED');
export const unapproved = (facts: WasteFacts): readonly Item[] =>
  seized(facts).filter((item) => item.unapproved === true);
export const extendable = (facts: WasteFacts): readonly Item[] =>
  seized(facts).filter((item) => !item.extended && !item.lapsed);
/** Goods that nobody has been called upon to fetch. */
export const unannounced = (facts: WasteFacts): readonly Item[] =>
  seized(facts).filter((item) => item.lapsed === true && !item.unclaimed);

/** The one that an input names among some, or the oldest of them. */
export const named = (items: readonly Item[], number: string | undefined): Item | undefined =>
  number === undefined ? items[0] : items.find((item) => item.number === number);

export const added = (facts: WasteFacts, item: Item): WasteFacts => ({
  ...facts,
  items: [...facts.items, item],
});

export const changed = (
  facts: WasteFacts,
  item: Item | undefined,
  more: Partial<Item>,
): WasteFacts => ({
  ...facts,
  items: facts.items.map((one) => (one.number === item?.number ? { ...one, ...more } : one)),
});

export const approved = (facts: WasteFacts, item: Item | undefined): WasteFacts => ({
  ...facts,
  items: facts.items.map((one) => {
    const { unapproved: _asked, ...rest } = one;
    return one.number === item?.number ? rest : one;
  }),
});
