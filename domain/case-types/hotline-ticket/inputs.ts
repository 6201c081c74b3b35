import { z } from 'zod';
import { freeText, identity, typed } from '../../sealing.ts';
import { choice, instant, keys, otherCase, phone, section, town, unit } from '../inputs.ts';
import {
  EVIDENCE,
  MATTERS,
  REJECTION_REASONS,
  RESULT_TYPES,
  SUSPENSION_GROUNDS,
  TOPICS,
  URGENCIES,
} from './labels.ts';

export { linkedStep, note, nothing, optionalNote } from '../inputs.ts';

export const receipt = z.strictObject({
  caller: identity('来电人', {
    name: typed(40).meta({ title: '姓名' }),
    phone: phone.meta({ title: '来电号码' }),
  }),
  text: freeText('诉求内容', 4000),
  address: freeText('地址', 100),
  town: town('街镇').optional(),
  matter: choice('诉求类型', MATTERS),
  topic: choice('主题', TOPICS).optional(),
  urgency: choice('紧急程度', URGENCIES).default('NORMAL'),
  receivedAt: instant('受理时间', '不填即为现在').optional(),
});

export const dispatchTo = z.strictObject({
  leadUnit: unit('主办单位'),
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
  suggestedUnit: unit('建议承办单位').optional(),
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

/** Rework is led by the head of the unit, who keeps a record of the work (docs/rules.md 11). */
export const reworkResult = z.strictObject({ ...result.shape, record: freeText('工作记录') });

/** The dispatcher answers at once and tells the caller. */
export const directAnswer = z.strictObject({
  resultType: choice('办理结果', {
    EXPLAINED: RESULT_TYPES.EXPLAINED,
    REFERRED: RESULT_TYPES.REFERRED,
  }),
  reply: freeText('答复内容与依据'),
});

export const contactMade = z.strictObject({
  channel: choice('联系方式', {
    PHONE: '电话',
    VISIT: '上门',
    MESSAGE: '短信',
    UNREACHABLE: '三次未联系上',
  }),
  note: freeText('联系情况'),
});

/** First steps on site, which may be recorded later than they were taken. */
export const arrival = z.strictObject({
  arrivedAt: instant('到场时间', '不填即为现在').optional(),
  note: freeText('先期处置'),
});

/** A section, village or committee, and what it is asked for or let off from. */
export const sectionTask = z.strictObject({
  section: section('科室、居村'),
  note: freeText('交办事项'),
});

export const reworkOrder = z.strictObject({
  reason: choice('重办原因', {
    DISSATISFIED: '不满意',
    NOT_CONTACTED: '未联系市民',
    FALSE_REPORT: '反馈不实',
  }),
  note: freeText('市民意见'),
});

/** The matter is difficult: the citizen is told why no more can be done. */
export const difficulty = z.strictObject({
  explanation: freeText('解释说明内容与依据'),
  note: freeText('疑难认定理由'),
});

export const merge = z.strictObject({
  other: otherCase('主件编号'),
  note: freeText('同一来电人、同一事项的依据'),
});
export const repeat = z.strictObject({
  other: otherCase('原工单编号'),
  note: freeText('同一来电人、同一事项的依据'),
});
export const tie = z.strictObject({
  other: otherCase('同诉组首件编号'),
  note: freeText('同一事项的依据').optional(),
});
export const transfer = z.strictObject({ reply: freeText('告知来电人') });

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
  unit: unit('协办单位'),
  note: freeText('协办事项'),
});

/** What a coordination comes to: it binds the unit. */
export const coordinationResult = z.strictObject({
  leadUnit: unit('主办单位'),
  topic: choice('主题', TOPICS),
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
