/** Facts without some of their optional parts: a part that is gone is left out, not undefined. */
export const without = <Facts extends object, Key extends keyof Facts>(
  facts: Facts,
  ...keys: readonly Key[]
): Facts =>
  Object.fromEntries(
    Object.entries(facts).filter(([key]) => !(keys as readonly string[]).includes(key)),
  ) as Facts;
