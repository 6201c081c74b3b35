import { z } from 'zod';
import { freeText } from '../../sealing.ts';
import { choice, date, instant, town, unit, writtenNumber } from '../inputs.ts';
import * as label from './labels.ts';

export { note, nothing, optionalNote } from '../inputs.ts';

const documentNumber = writtenNumber.optional();
const enterprise = freeText('企业名称', 100).optional();

export const opening = z.strictObject({
  subjectKind: choice('督查对象', label.SUBJECTS),
  leadUnit: unit('被督查单位')
    .optional()
    .meta({ requiredWhen: { subjectKind: ['UNIT'] } }),
  enterprise: enterprise.meta({ requiredWhen: { subjectKind: ['ENTERPRISE'] } }),
  grounds: choice('督查事由', label.GROUNDS),
  text: freeText('督查事项', 4000),
  address: freeText('地点', 100).optional(),
  town: town('街镇').optional(),
  receivedAt: instant('交办时间', '不填即为现在').optional(),
});

export const subject = z.strictObject({ leadUnit: unit('被督查单位').optional(), enterprise });

/** A rung rests on a ground of its own. */
export const rung = z.strictObject({
  grounds: choice('事由', label.GROUNDS),
  requirement: freeText('督办要求'),
});
export const issuedRung = z.strictObject({ ...rung.shape, documentNumber });
export const listing = z.strictObject({ ...rung.shape, dueOn: date('整改期限') });

export const approval = z.strictObject({ note: freeText('审批意见').optional(), documentNumber });

export const interview = z.strictObject({
  minutes: freeText('约谈纪要', 4000),
  heldAt: instant('约谈时间', '不填即为现在').optional(),
});

export const report = z.strictObject({
  note: freeText('整改情况'),
  written: freeText('书面反馈、整改方案', 4000).optional(),
});
export const check = z.strictObject({ check: freeText('核查情况') });
