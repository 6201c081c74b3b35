import { spotCheckV1 } from '../../../../domain/case-types/spot-check.v1.ts';
import { CENTRE } from '../../../../domain/definition/parts.ts';
import { CaseUnderTest, person, tryOpen } from '../../../support/given.ts';
import { at } from '../../../support/moments.ts';

export const dispatcher = person('dispatcher-1', CENTRE, 'dispatcher');
export const supervisor = person('supervisor-1', CENTRE, 'supervisor');
export const inspector = person('inspector-1', 'greening', 'inspector');
export const unitLead = person('lead-1', 'greening', 'unitLead');
export const both = person('both-1', 'greening', 'inspector', 'unitLead');
export const MONDAY = '2026-11-23 09:00';

export const BATCH = {
  kind: 'SIGN',
  leadUnit: 'greening',
  count: 2,
  text: '年度招牌抽检',
  address: '全区',
};
export const passed = (objectId: string) => ({ objectId, result: 'PASS', text: '牢固' });
export const failed = (objectId: string) => ({
  objectId,
  partName: '主立面招牌',
  text: '支架锈蚀',
  address: '公园路 100 号',
  town: 'xiayang',
});

/** A batch that was opened just now, or at the given moment. */
export function opened(input: object = {}, moment: string = MONDAY): CaseUnderTest {
  const batch = tryOpen(spotCheckV1, at(moment), dispatcher, { ...BATCH, ...input });
  if (!(batch instanceof CaseUnderTest)) throw new Error(JSON.stringify(batch));
  return batch;
}

/** Both are inspected: one failed. */
export const inspected = (): CaseUnderTest =>
  opened()
    .does('recordInspection', inspector, passed('ZP-1'))
    .does('recordFailure', inspector, failed('ZP-2'));
export const closed = (): CaseUnderTest => inspected().does('close', unitLead);

export const inEachState: Readonly<Record<string, () => CaseUnderTest>> = {
  inspecting: opened,
  closed,
  archived: () => closed().when('2027-06-01'),
};
