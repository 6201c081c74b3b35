import { z } from 'zod';
import { freeText } from '../../sealing.ts';
import {
  choice,
  colleague,
  contact,
  date,
  fen,
  instant,
  linkedStepOf,
  otherCase,
  partName,
  thing,
  town,
  writtenNumber,
} from '../inputs.ts';
import * as label from './labels.ts';

export { note, nothing, optionalNote } from '../inputs.ts';

const second = colleague('第二定级人', 'townInspector');
const documentNumber = writtenNumber.optional();
const before = freeText('整改前照片');
const after = freeText('整改后照片(同一角度)');
/** Hazards of these grades need the word of a qualified body. */
const GRAVE = { grade: ['MAJOR', 'SIGNIFICANT'] };

export const finding = z.strictObject({
  source: choice('来源', label.SOURCES),
  kind: choice('隐患类别', label.KINDS),
  objectId: thing('楼栋或招牌编号'),
  partName: partName('部位'),
  text: freeText('隐患情况', 4000),
  address: freeText('地点', 100),
  town: town('街镇'),
  foundAt: instant('发现时间', '不填即为现在').optional(),
  reporter: contact('报告人').optional(),
  photo: freeText('照片、证据').optional(),
});

/** An object of the register, its part, a photo, the place: without them nothing is registered. */
export const registration = z.strictObject({
  photo: freeText('现场照片'),
  location: freeText('具体位置', 100),
});

export const merging = z.strictObject({ other: otherCase('并入的隐患'), note: freeText('说明') });

export const facadeGrade = z.strictObject({
  grade: choice('等级', label.FACADE_GRADES),
  second,
  note: freeText('定级依据'),
  opinion: freeText('检测鉴定机构意见').optional().meta({ requiredWhen: GRAVE }),
});

export const signGrade = z.strictObject({
  grade: choice('等级', label.SIGN_GRADES),
  second,
  note: freeText('定级依据'),
});

export const facadeRaise = z.strictObject({
  grade: choice('上调为', label.HIGHER_GRADES),
  second,
  note: freeText('上调理由'),
  opinion: freeText('检测鉴定机构意见').optional().meta({ requiredWhen: GRAVE }),
});

export const signRaise = z.strictObject({ second, note: freeText('上调理由') });
export const lowering = z.strictObject({ second, note: freeText('下调理由') });

export const arrival = z.strictObject({
  arrivedAt: instant('到场时间', '不填即为现在').optional(),
  note: freeText('现场情况'),
});

export const control = z.strictObject({
  measure: choice('管控措施', label.CONTROL_MEASURES),
  photo: freeText('管控照片'),
  note: freeText('说明').optional(),
});

export const dailyCheck = z.strictObject({ note: freeText('检查情况') });

/** The party is left out where nobody knows whose duty it is: the notice is announced then. */
export const notice = z.strictObject({
  party: contact('责任主体').optional(),
  requirement: freeText('整改要求'),
  rectifyBy: date('整改期限', '不填按等级计算;填写的,以通知书载明的日期为准').optional(),
  documentNumber,
});

export const service = z.strictObject({
  method: choice('送达方式', label.SERVICE_METHODS),
  receipt: freeText('送达回证'),
  servedAt: instant('送达时间', '不填即为现在').optional(),
});

export const announcement = z.strictObject({
  place: freeText('公告地点与方式'),
  servedAt: instant('公告时间', '不填即为现在').optional(),
});

export const plan = z.strictObject({ plan: freeText('整改方案', 4000) });

export const commission = z.strictObject({
  institution: freeText('检测鉴定机构', 100),
  scope: freeText('鉴定事项'),
});

export const appraisal = z.strictObject({
  conclusion: choice('鉴定结论', label.CONCLUSIONS),
  report: freeText('鉴定报告'),
});

export const funding = z.strictObject({
  amount: fen('预算'),
  note: freeText('资金用途'),
});

export const pause = z.strictObject({
  ground: choice('暂停事由', label.ASKED_GROUNDS),
  note: freeText('说明'),
});

export const selfCheck = z.strictObject({ before, after, note: freeText('整改情况') });

export const townCheck = z.strictObject({
  form: freeText('验收表'),
  report: freeText('检测鉴定报告').optional(),
});

export const writeOff = z.strictObject({ note: freeText('确认意见').optional(), documentNumber });

export const measures = z.strictObject({
  measures: freeText('管控措施'),
  watcher: colleague('盯控人', 'townInspector'),
  nextCheckOn: date('下次检查日期', '七日之内,不填为七日').optional(),
});

export const weeklyCheck = z.strictObject({
  note: freeText('检查情况'),
  nextCheckOn: date('下次检查日期', '七日之内,不填为七日').optional(),
});

export const resumption = z.strictObject({
  note: freeText('恢复整改理由'),
  rectifyBy: date('整改期限', '不填按等级计算').optional(),
});

export const referral = z.strictObject({ note: freeText('逾期、拒改情况') });

export const fundRepair = z.strictObject({ note: freeText('维修安排'), documentNumber });

export const substitute = z.strictObject({
  basis: choice('法律依据', label.SUBSTITUTE_BASES),
  note: freeText('代为维修安排'),
  documentNumber,
});

export const repaired = z.strictObject({
  before,
  after,
  note: freeText('维修情况'),
  cost: fen('费用'),
});

export const recovered = z.strictObject({ receipt: freeText('缴款、列支凭证') });

export const told = linkedStepOf(['HazardMerged', 'HazardUnmerged', 'LeadAccepted']);
