/**
 * A limit that follows from the facts: one of the policy keys that it names, or none where the case has no such duty.
 * Naming them all is what lets a definition be read, and checked against a policy, without living through cases.
 */
export interface LimitChoice<Facts, Chosen extends string | undefined = string | undefined> {
  (facts: Facts): Chosen;
  readonly keys: readonly string[];
}

/** The key that is chosen; one that is not named does not compile. */
export const oneOf = <Facts, const Key extends string, Chosen extends Key | undefined>(
  keys: readonly Key[],
  choose: (facts: Facts) => Chosen,
): LimitChoice<Facts, Chosen> => Object.assign((facts: Facts) => choose(facts), { keys });

/** The key when something is so; no duty otherwise. */
export const keyIf = <Facts>(
  isSo: (facts: Facts) => boolean | undefined,
  key: string,
): LimitChoice<Facts> => oneOf([key], (facts) => (isSo(facts) ? key : undefined));

/** One key when something is so, the other when it is not. */
export const eitherKey = <Facts>(
  isSo: (facts: Facts) => boolean | undefined,
  key: string,
  otherwise: string,
): LimitChoice<Facts, string> =>
  oneOf([key, otherwise], (facts) => (isSo(facts) ? key : otherwise));

/** The choice as long as something is so; no duty otherwise. */
export const choiceIf = <Facts>(
  isSo: (facts: Facts) => boolean | undefined,
  choice: LimitChoice<Facts>,
): LimitChoice<Facts> => oneOf(choice.keys, (facts) => (isSo(facts) ? choice(facts) : undefined));
