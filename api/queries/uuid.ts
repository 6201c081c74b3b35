/** Ids of cases and persons; anything else would be an error of PostgreSQL's, not a miss. */
export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What may name a case: an id or a number. PostgreSQL would not even take NUL. */
export const mayNameCase = (text: string): boolean => /^[\w-]{1,40}$/.test(text);
