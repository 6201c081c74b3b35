/** People read and type yuan; cases keep whole fen, so that no amount is ever rounded. */

/** `1234.5` or `'1234.50'` yuan → 123450 fen. */
export const fenOf = (yuan: string | number): number => Math.round(Number(yuan) * 100);

/** 123450 fen → `1234.50`. */
export const yuanOf = (fen: number): string => (fen / 100).toFixed(2);
