import { z } from 'zod';
import { freeText, identity, typed } from '../../sealing.ts';
import {
  choice,
  contact,
  count,
  date,
  instant,
  otherCase,
  town,
  unit,
  writtenNumber,
} from '../inputs.ts';
import { BUILDS, KINDS } from '../illegal-building/labels.ts';
import { ACT_KINDS } from '../waste-lead/labels.ts';
import * as label from './labels.ts';

export { linkedStep, note, nothing, optionalNote } from '../inputs.ts';

const documentNumber = writtenNumber.optional();

export const registration = z.strictObject({
  petitioner: contact('信访人').optional(),
  text: freeText('信访事项', 4000),
  address: freeText('地址', 100),
  town: town('街镇').optional(),
  channel: choice('信访形式', label.CHANNELS),
  category: choice('事项类别', label.CATEGORIES),
  receivedAt: instant('收到时间', '不填即为现在').optional(),
});

export const petitioner = z.strictObject({ petitioner: contact('信访人') });

export const completion = z.strictObject({
  category: choice('事项类别', label.CATEGORIES).optional(),
  nature: choice('事项性质', label.NATURES),
  note: freeText('核对情况').optional(),
});

/** A collective petition: how many came, and who speaks for them. */
export const collective = z.strictObject({
  headcount: count('来访人数', 1, 10_000),
  representatives: count('代表人数', 1, 100),
  names: identity('代表', { names: typed(200).meta({ title: '代表姓名' }) }),
});

export const routing = z.strictObject({
  nature: choice('事项性质', label.NATURES),
  note: freeText('甄别理由').optional(),
});

export const accused = z.strictObject({
  unit: unit('被反映单位'),
  note: freeText('反映情况').optional(),
});

export const forwarding = z.strictObject({
  leadUnit: unit('有权处理机关'),
  note: freeText('转送意见').optional(),
  documentNumber,
});

export const assignment = z.strictObject({
  leadUnit: unit('有权处理机关'),
  replyBy: date('报告办结结果期限', '交办指定的最后一日'),
  note: freeText('交办要求'),
  documentNumber,
});

export const notice = z.strictObject({ notice: freeText('告知信访人'), documentNumber });
export const told = z.strictObject({ notice: freeText('告知信访人') });

export const refusal = z.strictObject({
  reason: choice('不予受理原因', label.REFUSALS),
  notice: freeText('告知的法定途径'),
  documentNumber,
});

export const repeat = z.strictObject({
  other: otherCase('原信访件'),
  reason: choice('不予受理原因', label.REPEATS),
  notice: freeText('告知信访人'),
  documentNumber,
});

export const tie = z.strictObject({
  other: otherCase('原信访件'),
  note: freeText('说明').optional(),
});

/** Proof of service (送达回证). */
export const service = z.strictObject({
  method: choice('送达方式', label.SERVICES),
  receipt: freeText('送达回证'),
  servedAt: instant('送达时间', '不填即为现在').optional(),
});

export const objection = z.strictObject({
  reason: freeText('异议理由与依据'),
  suggestedUnit: unit('建议办理机关').optional(),
});

export const jurisdiction = z.strictObject({
  leadUnit: unit('主办机关'),
  decidedBy: choice('决定主体', label.DECIDERS),
  note: freeText('决定理由'),
});

export const acceptance = z.strictObject({
  procedure: choice('办理程序', label.PROCEDURES),
  acceptedAt: instant('受理之日', '不填即为现在').optional(),
  documentNumber,
});

export const procedureStart = z.strictObject({
  procedure: freeText('适用的法定程序', 200),
  dueOn: date('该程序办结期限', '不填为九十日').optional(),
  notice: freeText('告知信访人'),
});

export const wasteLead = z.strictObject({
  actKind: choice('违法行为', ACT_KINDS),
  plate: freeText('车牌', 10).optional(),
  suggestedClause: freeText('建议适用条款', 60).optional(),
  dueOn: date('答复期限', '不填为九十日').optional(),
  notice: freeText('告知信访人'),
});

export const illegalBuilding = z.strictObject({
  kind: choice('违法建筑类别', KINDS),
  build: choice('建设状态', BUILDS),
  town: town('街镇'),
  dueOn: date('答复期限', '不填为九十日').optional(),
  notice: freeText('告知信访人'),
});

export const ticketConsent = z.strictObject({
  consent: choice('信访人同意方式', { SIGNED: '书面', RECORDED: '电话录音' }),
  note: freeText('同意情况'),
  dueOn: date('答复期限', '不填为九十日').optional(),
});

export const reply = z.strictObject({
  answer: freeText('答复内容', 4000),
  method: choice('答复方式', label.SERVICES),
});

export const successor = z.strictObject({
  leadUnit: unit('承接机关'),
  basis: freeText('机构改革依据'),
});

export const assistant = z.strictObject({ unit: unit('协办单位'), note: freeText('协办事项') });

export const mediationResult = z.strictObject({
  outcome: choice('调解结果', { AGREED: '达成协议', FAILED: '未达成' }),
  agreement: freeText('调解、和解协议书')
    .optional()
    .meta({ requiredWhen: { outcome: ['AGREED'] } }),
});

export const hearingOpening = z.strictObject({
  ground: choice('听证事由', label.HEARING_GROUNDS),
  note: freeText('听证安排'),
});

export const extensionRequest = z.strictObject({
  days: count('延长天数', 1, 90),
  reason: freeText('延期理由'),
});

export const extensionGrant = z.strictObject({
  notice: freeText('告知信访人的延期理由'),
  documentNumber,
});

export const draft = z.strictObject({
  kind: choice('处理意见', label.OPINIONS),
  facts: freeText('查明的事实与依据', 4000),
  remedy: freeText('救济途径和期限'),
});

export const signing = z.strictObject({ note: freeText('签发意见').optional(), documentNumber });

export const examinationRequest = z.strictObject({
  body: unit('受理机关'),
  request: freeText('请求与理由'),
  requestedAt: instant('收到请求时间', '不填即为现在').optional(),
  excuse: freeText('逾期的正当理由').optional(),
});

export const examination = z.strictObject({
  outcome: choice('意见', label.UPHOLDING),
  kind: choice('变更后的处理意见', label.OPINIONS)
    .optional()
    .meta({ requiredWhen: { outcome: ['MODIFIED'] } }),
  documentNumber,
});

export const evidence = z.strictObject({ evidence: freeText('证明材料') });

export const resolution = z.strictObject({
  kind: choice('化解依据', label.RESOLUTION_EVIDENCE),
  evidence: freeText('证明材料'),
});
