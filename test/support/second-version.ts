import { z } from 'zod';
import { hotlineTicketV1 } from '../../domain/case-types/hotline-ticket.v1.ts';
import type { CaseType } from '../../domain/define-case-type.ts';
import { CASE_TYPES } from '../../domain/registry.ts';

/** A second version of the ticket, as a release would bring it: a handler may note material that came in later. */
export const hotlineTicketV2: CaseType = {
  ...hotlineTicketV1,
  version: 2,
  commands: {
    ...hotlineTicketV1.commands,
    noteMaterial: {
      label: '补充材料登记',
      by: 'handler',
      from: 'acknowledged',
      input: z.strictObject({ pages: z.int().min(1).meta({ title: '页数' }) }),
      event: 'MaterialNoted',
    },
  },
};

const released = CASE_TYPES as CaseType[];
released.push(hotlineTicketV2);

/** Does something as before the release. */
export async function beforeRelease<T>(work: () => Promise<T>): Promise<T> {
  released.splice(released.indexOf(hotlineTicketV2), 1);
  try {
    return await work();
  } finally {
    released.push(hotlineTicketV2);
  }
}
