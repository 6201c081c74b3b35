import { z } from 'zod';
import { freeText } from '../../sealing.ts';
import {
  choice,
  colleague,
  contact,
  count,
  date,
  fen,
  instant,
  pastDate,
  town,
  unit,
  writtenNumber,
} from '../inputs.ts';
import * as label from './labels.ts';

export { note, nothing, optionalNote } from '../inputs.ts';

export const opening = z.strictObject({
  text: freeText('案情', 4000),
  address: freeText('地点', 100),
  town: town('街镇').optional(),
  actKind: choice('违法行为', label.ACT_KINDS),
  party: contact('涉嫌当事人').optional(),
  partyKind: choice('当事人类型', label.PARTY_KINDS),
  plate: freeText('车牌号', 20).optional(),
  actEndedOn: pastDate('违法行为终了日'),
  publicReport: z.boolean().meta({ title: '来自群众举报' }),
  leadUnit: unit('办案单位'),
  transferor: unit('移送单位').optional(),
  receivedAt: instant('收到线索时间', '不填即为现在').optional(),
});

/** The other of the two officers who act together (Penalty Law art. 42). */
const second = colleague('第二名执法人员', 'caseOfficer');
const documentNumber = writtenNumber.optional();
/** What was seized or registered, by the number of its document; left out, the oldest. */
const item = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .meta({ title: '措施文书号', description: '只有一件时可不填', widget: 'item' })
  .optional();

export const byTwo = z.strictObject({ second, note: freeText('情况记录') });

export const act = z.strictObject({
  second,
  kind: choice('取证方式', label.ACTS),
  note: freeText('笔录、记录', 4000),
});

export const filing = z.strictObject({
  second,
  harm: z.boolean().meta({ title: '危害生命健康、金融安全且有危害后果' }).optional(),
  note: freeText('立案理由与依据'),
});

export const officers = z.strictObject({
  first: colleague('主办执法人员', 'caseOfficer'),
  second,
  note: freeText('调整理由'),
});

export const notFiling = z.strictObject({
  second,
  reason: choice('不予立案理由', label.NOT_FILED_REASONS),
  note: freeText('理由与依据'),
});

/** More time that an officer asks for and the head of the agency grants. */
export const moreTime = z.strictObject({
  days: count('延长日数', 1, 30),
  askedBy: colleague('申请人', 'caseOfficer'),
  note: freeText('延长理由'),
});

export const moreSeizure = z.strictObject({ ...moreTime.shape, item });

export const spotFine = z.strictObject({
  second,
  amount: fen('罚款'),
  note: freeText('违法事实与依据'),
  documentNumber,
});
export const spotWarning = z.strictObject({
  second,
  note: freeText('违法事实与依据'),
  documentNumber,
});

export const measure = z.strictObject({
  goods: freeText('物品清单'),
  note: freeText('理由与依据'),
  documentNumber,
});
export const spotMeasure = z.strictObject({ second, ...measure.shape });
export const ofItem = z.strictObject({ item, note: freeText('说明') });
export const approvedItem = z.strictObject({ item, note: freeText('批准意见'), documentNumber });
export const registeredDisposal = z.strictObject({
  second,
  item,
  disposal: choice('处理决定', label.DISPOSALS),
  note: freeText('处理情况'),
});
export const goodsDisposal = z.strictObject({
  second,
  item,
  disposal: choice('处理结果', {
    RETURNED: label.DISPOSALS.RETURNED,
    CONFISCATED: label.DISPOSALS.CONFISCATED,
    TRANSFERRED: label.DISPOSALS.TRANSFERRED,
  }),
  note: freeText('处理情况'),
});
/** What a window that lapses by itself tells of the thing that it was about. */
export const lapsed = z.strictObject({
  object: z.string().max(40).meta({ title: '措施文书号', widget: 'item' }).optional(),
});

export const assistant = z.strictObject({ unit: unit('协助单位'), note: freeText('协助事项') });
export const assistanceDelay = z.strictObject({
  until: date('答复日期'),
  note: freeText('延期理由'),
});

export const exclusion = z.strictObject({
  until: date('预计恢复日期'),
  approvedBy: colleague('批准人', 'agencyHead'),
  evidence: freeText('事由与依据'),
});
export const suspension = z.strictObject({
  ground: choice('中止事由', label.SUSPENSIONS),
  ...exclusion.shape,
});

export const conclusion = z.strictObject({
  second,
  penalty: choice('拟处罚种类', label.PENALTIES),
  amount: fen('拟罚款')
    .optional()
    .meta({ requiredWhen: { penalty: ['FINE'] } }),
  partyKind: choice('当事人类型', label.PARTY_KINDS),
  reviewReason: choice('法制审核情形', label.REVIEW_REASONS),
  major: z.boolean().meta({ title: '情节复杂或重大,须集体讨论' }),
  report: freeText('调查终结报告', 4000),
});

const servedAt = instant('送达时间', '不填即为现在').optional();
export const service = z.strictObject({
  second,
  method: choice('送达方式', label.SERVICE),
  receipt: freeText('送达回证'),
  servedAt,
});
export const announcement = z.strictObject({
  attempts: freeText('其他方式无法送达的情况'),
  medium: freeText('公告载体', 100),
});

export const document = z.strictObject({ note: freeText('内容摘要'), documentNumber });
export const defence = z.strictObject({ note: freeText('陈述、申辩意见') });
export const waiver = z.strictObject({ written: freeText('书面放弃') });
export const hearingNotice = z.strictObject({
  heldOn: date('听证日期'),
  host: colleague('听证主持人', 'hearingHost'),
  place: freeText('听证地点', 100),
  documentNumber,
});
export const hearingRecord = z.strictObject({ record: freeText('听证笔录', 4000) });

export const fine = z.strictObject({
  amount: fen('罚款'),
  note: freeText('决定内容'),
  documentNumber,
});
export const noPenalty = z.strictObject({
  ground: choice('不予处罚理由', label.NO_PENALTY_GROUNDS),
  note: freeText('决定内容'),
  documentNumber,
});

const paidAt = instant('缴款时间', '不填即为现在').optional();
export const partPayment = z.strictObject({
  amount: fen('缴纳金额'),
  voucher: freeText('缴款凭证'),
  paidAt,
});
export const enforcement = z.strictObject({ voucher: freeText('执行凭证') });
export const fullPayment = z.strictObject({
  voucher: freeText('缴款凭证'),
  surcharge: fen('加处罚款').optional().meta({ description: '逾期缴纳的一并登记;按期缴纳的不填' }),
  paidAt,
});
export const deferral = z.strictObject({
  until: date('最后缴纳日'),
  instalments: count('分期次数', 1, 36),
  request: freeText('当事人书面申请'),
});

export const remedyDelay = z.strictObject({
  days: count('延长日数', 1, 30),
  note: freeText('延长通知'),
});

export const rectification = z.strictObject({
  second,
  dueOn: date('改正期限'),
  note: freeText('责令改正内容'),
});
export const offender = z.strictObject({
  enterprise: freeText('企业名称', 100),
  note: freeText('违法情况'),
});
export const substituteDemand = z.strictObject({
  plannedOn: date('代履行日期'),
  note: freeText('代履行催告'),
});
