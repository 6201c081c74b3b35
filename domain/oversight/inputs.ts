import { z } from 'zod';
import { choice, date, unit, writtenNumber } from '../case-types/inputs.ts';
import { freeText } from '../sealing.ts';
import { GROUNDS, SOURCES } from './orders.ts';

export const orderInput = z.strictObject({
  source: choice('来源', SOURCES),
  grounds: choice('督办事由', GROUNDS),
  requirement: freeText('督办要求'),
  dueOn: date('答复期限', '不填为三个工作日;市督办、领导批示须填明')
    .optional()
    .meta({ requiredWhen: { source: ['CITY', 'LEADER'] } }),
  documentNumber: writtenNumber.optional(),
});

/** Which order is meant, where several are open. */
const order = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .meta({ title: '督办单号', description: '只有一份时可不填', widget: 'order' })
  .optional();

export const replyInput = z.strictObject({ note: freeText('办理情况'), order });
export const decisionInput = z.strictObject({ note: freeText('审核意见').optional(), order });
export const refusalInput = z.strictObject({ note: freeText('退回理由'), order });

export const newLead = z.strictObject({
  leadUnit: unit('主办单位'),
  note: freeText('改派理由'),
});
