import { z } from 'zod';
import { freeText, identity, typed } from '../../sealing.ts';
import {
  EVIDENCE,
  MATTERS,
  REJECTION_REASONS,
  RESULT_TYPES,
  SUSPENSION_GROUNDS,
  URGENCIES,
} from './labels.ts';

/** Keys of a label table, for z.enum. */
const keys = <T extends Record<string, string>>(labels: T) =>
  Object.keys(labels) as [keyof T & string, ...(keyof T & string)[]];

const choice = <T extends Record<string, string>>(title: string, labels: T) =>
  z.enum(keys(labels)).meta({ title, labels });

/** A unit's code. Whether it exists and takes cases is looked up when the command is decided. */
const unit = z.string().min(1).max(40).meta({ title: '单位', widget: 'unit' });

/** Mainland mobile or landline numbers, digits and hyphens only. */
const phone = z
  .string()
  .trim()
  .regex(/^(1\d{10}|0\d{2,3}-?\d{7,8}|\d{5,8})$/, { error: '不是有效的电话号码' });

export const note = z.strictObject({ note: freeText('说明') });
export const optionalNote = z.strictObject({ note: freeText('说明').optional() });
export const nothing = z.strictObject({});

export const receipt = z.strictObject({
  caller: identity('来电人', {
    name: typed(40).meta({ title: '姓名' }),
    phone: phone.meta({ title: '来电号码' }),
  }),
  text: freeText('诉求内容', 4000),
  address: freeText('地址', 100),
  town: unit.meta({ title: '街镇', widget: 'town' }).optional(),
  matter: choice('诉求类型', MATTERS),
  urgency: choice('紧急程度', URGENCIES).default('NORMAL'),
  /** Epoch ms; the API takes ISO-8601 with an offset. */
  receivedAt: z
    .number()
    .int()
    .meta({ title: '受理时间', description: '不填即为现在', widget: 'instant' })
    .optional(),
});

export const dispatchTo = z.strictObject({
  leadUnit: unit.meta({ title: '主办单位', widget: 'unit' }),
  directed: z.boolean().meta({ title: '签派(不得退单)' }).optional(),
  note: freeText('派单意见').optional(),
});

export const returnRequest = z.strictObject({
  reason: choice('退单原因', {
    NOT_COMPETENT: '不属本单位职责',
    WRONG_PLACE: '不在本辖区',
    INCOMPLETE: '诉求要素不全',
  }),
  note: freeText('理由与依据'),
  suggestedUnit: unit.meta({ title: '建议承办单位', widget: 'unit' }).optional(),
});

/** A text that some result types must prove; `requiredWhen` tells forms when to ask for it. */
const proof = (field: string, title: string, max?: number) => {
  const resultType = keys(RESULT_TYPES).filter((type) => field in EVIDENCE[type]);
  return freeText(title, max).optional().meta({ requiredWhen: { resultType } });
};

export const result = z.strictObject({
  resultType: choice('办理结果', RESULT_TYPES),
  note: freeText('办理情况'),
  before: proof('before', '处置前情况'),
  after: proof('after', '处置后情况'),
  explanation: proof('explanation', '解释说明内容与依据'),
  channel: proof('channel', '引导渠道', 100),
  check: proof('check', '现场核查情况'),
});

export const callback = z.strictObject({
  outcome: choice('回访结果', { REACHED: '已接通', UNREACHED: '三次未接通' }),
  contacted: choice('是否先行联系', { YES: '是', NO: '否', NOT_EVALUATED: '未评价' }),
  resolved: choice('诉求是否解决', { YES: '是', NO: '否', NOT_EVALUATED: '未评价' }),
  satisfaction: choice('满意度', {
    SATISFIED: '满意',
    MOSTLY: '基本满意',
    FAIR: '一般',
    DISSATISFIED: '不满意',
    NOT_EVALUATED: '未评价',
  }),
  note: freeText('市民意见').optional(),
});

/** Matters that the hotline does not take; the caller is told why and where to turn. */
export const rejection = z.strictObject({
  reason: choice('不予受理原因', REJECTION_REASONS),
  reply: freeText('告知来电人'),
});

/** A unit that assists, and what it is asked for or let off from. */
export const assistant = z.strictObject({
  unit: unit.meta({ title: '协办单位' }),
  note: freeText('协办事项'),
});

/** What a coordination comes to: it binds the unit. */
export const coordinationResult = z.strictObject({
  leadUnit: unit.meta({ title: '主办单位' }),
  note: freeText('会商结论'),
});

export const voidRequest = z.strictObject({
  reason: choice('作废原因', { TEST: '测试', MALICIOUS: '恶意', MIS_ENTRY: '误录' }),
  note: freeText('说明'),
});

/** More working days for a complex matter; how many are possible follows from the rule of the matter. */
export const extensionRequest = z.strictObject({
  days: z.int().min(1).max(14).meta({ title: '延长工作日数' }),
  note: freeText('延期理由'),
});

/** The citizen is told why it takes longer before anything stands still. */
export const suspension = z.strictObject({
  ground: choice('挂起事由', SUSPENSION_GROUNDS),
  reply: freeText('中途答复'),
});
