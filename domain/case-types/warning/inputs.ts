import { z } from 'zod';
import { freeText } from '../../sealing.ts';
import { KINDS } from '../hazard/labels.ts';
import {
  choice,
  instant,
  linkedStepOf,
  otherCase,
  partName,
  thing,
  town,
  unit,
} from '../inputs.ts';
import * as label from './labels.ts';

export { note, nothing, optionalNote } from '../inputs.ts';

/** What the platform tells when a reading passes its threshold. */
export const trigger = z.strictObject({
  source: choice('体征来源', label.SOURCES),
  level: choice('预警级别', label.LEVELS),
  objectId: thing('设备编号'),
  text: freeText('读数与阈值', 1000),
  address: freeText('地点', 100),
  town: town('街镇').optional(),
  triggeredAt: instant('触发时间', '不填即为现在').optional(),
});

export const push = z.strictObject({
  channel: choice('推送方式', label.CHANNELS),
  receipt: freeText('送达回执', 200),
  pushedAt: instant('送达时间', '不填即为现在').optional(),
});

export const check = z.strictObject({ check: freeText('核实情况') });
export const test = z.strictObject({ plan: freeText('测试、演练安排') });
export const merging = z.strictObject({ other: otherCase('并入的预警'), note: freeText('说明') });

export const dispatch = z.strictObject({
  leadUnit: unit('处置单位'),
  requirement: freeText('处置要求'),
});

export const taskReturn = z.strictObject({
  reason: choice('退回理由', label.RETURN_REASONS),
  note: freeText('说明'),
});

export const arrival = z.strictObject({
  arrivedAt: instant('到场时间', '不填即为现在').optional(),
  note: freeText('现场情况'),
});

/** Nothing closes without its cause, what was done, and a reading that is normal again. */
export const recovery = z.strictObject({
  cause: choice('原因', label.CAUSES),
  measure: freeText('处置措施'),
  reading: freeText('恢复后读数', 200),
});

/** A false alarm feeds the tuning of thresholds. */
export const tuning = z.strictObject({
  cause: choice('误报原因', label.CAUSES),
  measure: freeText('阈值、设备调整意见'),
});

export const toHazard = z.strictObject({
  kind: choice('隐患类别', KINDS),
  partName: partName('部位'),
  town: town('街镇'),
});

export const told = linkedStepOf(label.TOLD);
