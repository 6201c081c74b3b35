/** What is said of a clock that may lapse. */
interface Lapsing {
  readonly lapse?: string;
  readonly missed?: true;
}

/** A window of a citizen or a party: it lapses, and nobody in the house is late. */
export const isWindow = (spec: Lapsing | undefined): boolean =>
  spec?.lapse !== undefined && spec.missed === undefined;
