import { warningV1 } from '../../../../domain/case-types/warning.v1.ts';
import { CENTRE } from '../../../../domain/definition/parts.ts';
import { CaseUnderTest, person, tryOpen } from '../../../support/given.ts';
import { at } from '../../../support/moments.ts';

export const platform = person('platform-1', CENTRE, 'platform');
export const desk = person('desk-1', CENTRE, 'desk');
export const otherDesk = person('desk-2', CENTRE, 'desk');
export const shiftLead = person('shift-1', CENTRE, 'shiftLead');
export const supervisor = person('supervisor-1', CENTRE, 'supervisor');
export const coordinator = person('coordinator-1', 'water', 'coordinator');
export const handler = person('handler-1', 'water', 'handler');

/** A Saturday night within the National Day holidays: warnings know no office hours. */
export const NIGHT = '2026-10-03 23:58';

export const TRIGGER = {
  source: 'WATER_METER',
  level: 'YELLOW',
  objectId: 'SB-000123',
  text: '夜间流量高于阈值三倍',
  address: '公园路 18 号',
  town: 'xiayang',
};
export const PUSH = { channel: 'PLATFORM', receipt: '回执 0001' };
export const CHECK = { check: '电话核实属实' };
export const DISPATCH = { leadUnit: 'water', requirement: '到场关阀检修' };
export const ARRIVAL = { note: '已到场' };
export const RECOVERY = { cause: 'EQUIPMENT', measure: '更换水表', reading: '流量正常' };
export const TUNING = { cause: 'SENSOR', measure: '调高夜间阈值' };
export const MERGING = { other: 'QPYJ2026-000009', note: '同一设备重复触发' };
export const NOTE = { note: '说明' };
export const ORDER = { source: 'INTERNAL', grounds: 'OVERDUE', requirement: '说明情况' };
export const TO_HAZARD = { kind: 'FACADE', partName: '北立面三层', town: 'xiayang' };

/** A warning that was triggered just now, or at the given moment. */
export function triggered(more: object = {}, moment: string = NIGHT): CaseUnderTest {
  const warning = tryOpen(warningV1, at(moment), platform, { ...TRIGGER, ...more });
  if (!(warning instanceof CaseUnderTest)) throw new Error(JSON.stringify(warning));
  return warning;
}

export const pushed = (more: object = {}): CaseUnderTest =>
  triggered(more).does('push', platform, PUSH);
export const acknowledged = (more: object = {}): CaseUnderTest =>
  pushed(more).does('acknowledge', desk);
export const verified = (more: object = {}): CaseUnderTest =>
  acknowledged(more).does('verifyReal', desk, CHECK);
export const falseAlarm = (more: object = {}): CaseUnderTest =>
  acknowledged(more).does('verifyFalse', desk, CHECK);
export const dispatched = (more: object = {}): CaseUnderTest =>
  verified(more).does('dispatch', desk, DISPATCH);
export const handling = (more: object = {}): CaseUnderTest =>
  dispatched(more).does('reachSite', handler, ARRIVAL);
export const recovered = (more: object = {}): CaseUnderTest =>
  handling(more).does('recover', handler, RECOVERY);
export const closed = (more: object = {}): CaseUnderTest =>
  recovered(more).does('close', otherDesk);
export const missed = (): CaseUnderTest => triggered().when('2026-10-04 00:00');
export const merged = (): CaseUnderTest => pushed().does('merge', desk, MERGING);

/** A warning in each of its states. */
export const inEachState: Readonly<Record<string, () => CaseUnderTest>> = {
  triggered: () => triggered(),
  pushMissed: missed,
  pushed: () => pushed(),
  acknowledged: () => acknowledged(),
  falseAlarm: () => falseAlarm(),
  verified: () => verified(),
  dispatched: () => dispatched(),
  handling: () => handling(),
  recovered: () => recovered(),
  merged,
  closed: () => closed(),
};
