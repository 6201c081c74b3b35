/** What the set-up of a test run hands to its tear-down, in the same process. */
export interface SharedServices {
  folder: string;
  stops: (() => Promise<void>)[];
}

declare global {
  var bihuanServices: SharedServices | undefined;
}

export const templateDatabase = 'bihuan_template';

/** 32 zero bytes: the data of a test run is thrown away with it. */
export const masterKeyForTests = Buffer.alloc(32).toString('base64');
