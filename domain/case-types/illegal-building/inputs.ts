import { z } from 'zod';
import { freeText } from '../../sealing.ts';
import {
  choice,
  colleague,
  contact,
  count,
  date,
  instant,
  linkedStepOf,
  otherCase,
  town,
  writtenNumber,
} from '../inputs.ts';
import * as label from './labels.ts';

export { note, nothing, optionalNote } from '../inputs.ts';

const documentNumber = writtenNumber.optional();
const second = colleague('第二执法人员', 'caseOfficer');
/** How much was built, as measured on the site: square metres, and how many buildings. */
const measured = {
  area: count('面积(平方米)', 1, 1_000_000),
  buildings: count('处数', 1, 1_000),
};
const photos = { before: freeText('拆除前照片'), after: freeText('拆除后照片(同一角度)') };

export const report = z.strictObject({
  source: choice('来源', label.SOURCES),
  kind: choice('类别', label.KINDS),
  build: choice('建设状态', label.BUILDS),
  text: freeText('违法搭建情况', 4000),
  address: freeText('地点', 100),
  town: town('街镇'),
  reporter: contact('举报人').optional(),
  reportedAt: instant('发现、接报时间', '不填即为现在').optional(),
});

export const arrival = z.strictObject({
  build: choice('现场建设状态', label.BUILDS),
  arrivedAt: instant('到场时间', '不填即为现在').optional(),
  note: freeText('现场情况'),
});

export const transfer = z.strictObject({
  authority: choice('移送机关', label.AUTHORITIES),
  note: freeText('移送理由'),
  told: freeText('告知举报人').optional(),
});

export const merging = z.strictObject({
  other: otherCase('并入的违法建筑'),
  note: freeText('说明'),
});
export const toldReporter = z.strictObject({ result: freeText('告知内容') });

export const stop = z.strictObject({
  measure: choice('措施', label.STOP_MEASURES),
  second,
  ...measured,
  note: freeText('现场情况'),
  documentNumber,
});

export const removedAtOnce = z.strictObject({
  refusal: freeText('拒不停工、拒不拆除的情况'),
  ...photos,
  ...measured,
});

export const classification = z.strictObject({
  class: choice('认定', label.CLASSES),
  second,
  ...measured,
  note: freeText('认定依据'),
});

/** The party is left out where nobody knows who built it: the decision is announced then. */
export const decision = z.strictObject({
  party: contact('当事人').optional(),
  requirement: freeText('限期拆除内容'),
  removeBy: date('自行拆除期限', '不填按规则计算;填写的,以决定书载明的日期为准').optional(),
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

export const demand = z.strictObject({ note: freeText('催告内容'), documentNumber });

export const suit = z.strictObject({
  kind: choice('途径', label.SUITS),
  note: freeText('受理情况'),
});

export const judgement = z.strictObject({ result: freeText('决定、裁判文书') });
export const numberedNote = z.strictObject({ note: freeText('意见'), documentNumber });
export const removal = z.strictObject({ ...photos, ...measured });

export const route = z.strictObject({
  route: choice('处置途径', label.PURSUED),
  note: freeText('理由与依据'),
});

/** The permit, the category or the policy that closes it. */
export const routeEvidence = z.strictObject({
  evidence: freeText('许可证、类别认定或政策依据'),
  note: freeText('说明').optional(),
});

export const annotation = z.strictObject({
  register: freeText('注记情况'),
  note: freeText('理由'),
});
export const writeOff = z.strictObject({ note: freeText('确认意见').optional(), documentNumber });
export const confirmation = z.strictObject({ confirmation: freeText('市库销项编号、日期') });
export const rebuilt = z.strictObject({
  build: choice('建设状态', label.BUILDS),
  note: freeText('复建情况'),
});

export const told = linkedStepOf(label.TOLD);
