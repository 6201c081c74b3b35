import { z } from 'zod';
import { freeText } from '../../sealing.ts';
import { KINDS } from '../hazard/labels.ts';
import {
  choice,
  count,
  date,
  instant,
  linkedStepOf,
  partName,
  thing,
  town,
  unit,
} from '../inputs.ts';

export { nothing, optionalNote } from '../inputs.ts';

/** Signs that a batch has unless it is said otherwise (SEED). */
const SIGNS = 1_200;

export const RESULTS = { PASS: '合格', NOT_FOUND: '未找到' } as const;

export const batch = z.strictObject({
  kind: choice('抽检类别', KINDS),
  leadUnit: unit('牵头单位'),
  count: count('抽检数量', 1, 5_000).default(SIGNS),
  dueOn: date('完成期限', '不填按类别计算').optional(),
  text: freeText('抽检方案', 4000),
  address: freeText('抽检范围', 100),
  receivedAt: instant('下达时间', '不填即为现在').optional(),
});

export const inspection = z.strictObject({
  objectId: thing('招牌或楼栋编号'),
  result: choice('检查结果', RESULTS),
  text: freeText('检查情况'),
});

/** What failed becomes a hazard of its own: where it is, and in which town. */
export const failure = z.strictObject({
  objectId: thing('招牌或楼栋编号'),
  partName: partName('部位'),
  text: freeText('隐患情况', 4000),
  address: freeText('地点', 100),
  town: town('街镇'),
});

export const told = linkedStepOf(['HazardRegistered', 'EmergencyControlled', 'HazardWrittenOff']);
