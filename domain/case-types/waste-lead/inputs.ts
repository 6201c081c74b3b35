import { z } from 'zod';
import { dayNumber, instantOf } from '../../calendar/civil.ts';
import { freeText } from '../../sealing.ts';
import {
  choice,
  colleague,
  contact,
  count,
  instant,
  linkedStepOf,
  otherCase,
  pastDate,
  town,
  unit,
  writtenNumber,
} from '../inputs.ts';
import * as label from './labels.ts';

export { note, optionalNote } from '../inputs.ts';

const plate = freeText('车牌号', 20).optional();
const suggestedClause = freeText('建议适用条款', 100).optional();
const documentNumber = writtenNumber.optional();

/** Acts that are older by years lie before any limitation that matters. */
const EARLIEST_ACT = instantOf(dayNumber('2015-01-01'), 0);
const actAt = (description: string) =>
  z
    .int()
    .min(EARLIEST_ACT, { error: '不能早于 2015-01-01' })
    .meta({ title: '违法时间', description, widget: 'instant' });

export const opening = z.strictObject({
  source: choice('线索来源', label.SOURCES),
  text: freeText('线索内容', 4000),
  address: freeText('地点', 100),
  town: town('街镇').optional(),
  actKind: choice('违法行为', label.ACT_KINDS),
  plate,
  informant: contact('举报人').optional(),
  suggestedClause,
  occurredAt: actAt('不晚于收到线索'),
  receivedAt: instant('收到线索时间', '不填即为现在').optional(),
});

/** What is still missing of the required fields is added with the transfer. */
export const transfer = z.strictObject({
  leadUnit: unit('执法单位'),
  evidence: freeText('证据').optional(),
  plate,
  suggestedClause,
  occurredAt: actAt('更正时填写').optional(),
  documentNumber,
});

export const supplement = z.strictObject({
  evidence: freeText('补充的证据、要素'),
  plate,
  suggestedClause,
});

export const refusal = z.strictObject({
  reason: choice('拒收理由', label.REFUSAL_REASONS),
  note: freeText('理由与依据'),
});

export const designation = z.strictObject({
  leadUnit: unit('指定管辖单位'),
  basis: choice('指定依据', label.DESIGNATIONS),
  note: freeText('指定意见'),
});

export const moreTime = z.strictObject({
  days: count('延长日数', 1, 30),
  askedBy: colleague('申请人', 'caseOfficer'),
  note: freeText('延长理由'),
});

export const notFiling = z.strictObject({
  reason: choice('不予立案理由', label.NOT_FILED_REASONS),
  note: freeText('理由与依据'),
});
export const numberedNote = z.strictObject({ note: freeText('意见'), documentNumber });

export const caseOpening = z.strictObject({
  party: contact('涉嫌当事人').optional(),
  partyKind: choice('当事人类型', label.PARTY_KINDS),
  actEndedOn: pastDate('违法行为终了日'),
  note: freeText('立案理由'),
});

export const merging = z.strictObject({
  other: otherCase('并入的线索'),
  note: freeText('并案理由'),
});

export const retransfer = z.strictObject({
  authority: choice('有权机关', label.AUTHORITIES),
  note: freeText('移送理由'),
});

export const reverseTransfer = z.strictObject({
  bureau: unit('管理部门'),
  suggestion: choice('建议事项', label.SUGGESTIONS),
  note: freeText('事实与建议'),
});

export const toldInformant = z.strictObject({ result: freeText('告知内容') });
export const feedback = z.strictObject({ result: freeText('反馈内容'), documentNumber });
export const finalFeedback = z.strictObject({
  result: freeText('反馈内容'),
  informant: freeText('告知举报人').optional(),
  documentNumber,
});

/** The task force: whoever reports and at least one more (transfer of suspected crimes, art. 5). */
export const crimeReport = z.strictObject({
  second: colleague('专案组另一成员', 'caseOfficer'),
  report: freeText('涉嫌犯罪情况报告', 4000),
});
export const policeReceipt = z.strictObject({
  receipt: freeText('送达回证'),
  handedAt: instant('移送时间', '不填即为现在').optional(),
});
export const policeNotice = z.strictObject({
  notice: freeText('公安通知内容'),
  receivedAt: instant('收到通知时间', '不填即为现在').optional(),
});
export const reconsideration = z.strictObject({
  route: choice('途径', label.RECONSIDERATIONS),
  note: freeText('理由'),
});
export const goods = z.strictObject({ goods: freeText('移交物品清单') });

export const told = linkedStepOf(label.CASE_ENDINGS);
