import { supervisionMatterV1 } from '../../../../domain/case-types/supervision-matter.v1.ts';
import { CENTRE } from '../../../../domain/definition/parts.ts';
import { CaseUnderTest, person, tryOpen } from '../../../support/given.ts';
import { at } from '../../../support/moments.ts';

export const supervisor = person('supervisor-1', CENTRE, 'supervisor');
export const otherSupervisor = person('supervisor-2', CENTRE, 'supervisor');
export const taskforce = person('taskforce-1', 'urban-enforcement', 'taskforceSupervisor');
export const districtLead = person('district-1', CENTRE, 'districtLead');
export const leadership = person('bureau-1', 'urban-enforcement', 'leadership');
export const coordinator = person('coordinator-1', 'xujing', 'coordinator');
export const unitLead = person('lead-1', 'xujing', 'unitLead');

/** A Monday morning; the whole week works. */
export const MONDAY = '2026-11-23 09:00';

export const OPENING = {
  subjectKind: 'UNIT',
  leadUnit: 'xujing',
  grounds: 'L4_TWICE',
  text: '两次升级至通报',
};
export const ENTERPRISE = {
  subjectKind: 'ENTERPRISE',
  enterprise: '测试运输公司',
  grounds: 'REPEATED_OFFENDER',
  text: '一季度内三次违法运输',
  address: '工业园区路 1 号',
};
export const RUNG = { grounds: 'BUCK_PASSING', requirement: '限期整改' };
export const LISTING = { ...RUNG, dueOn: '2026-12-31' };
export const NOTE = { note: '已核实' };
export const CHECK = { check: '现场核查属实' };
export const REPORT = { note: '已整改', written: '整改方案' };
export const MINUTES = { minutes: '约谈纪要' };

/** A matter that was opened just now, or at the given moment. */
export function opened(input: object = OPENING, moment: string = MONDAY): CaseUnderTest {
  const matter = tryOpen(supervisionMatterV1, at(moment), supervisor, input);
  if (!(matter instanceof CaseUnderTest)) throw new Error(JSON.stringify(matter));
  return matter;
}

export const ordered = (): CaseUnderTest => opened().does('order', supervisor, RUNG);
export const proposed = (): CaseUnderTest => opened().does('circulate', supervisor, RUNG);
export const circulated = (): CaseUnderTest => proposed().does('approve', districtLead);
export const interviewing = (): CaseUnderTest =>
  opened().does('interview', supervisor, RUNG).does('approve', districtLead);
export const reported = (): CaseUnderTest => ordered().does('report', coordinator, REPORT);
export const verified = (): CaseUnderTest => reported().does('verify', supervisor, CHECK);
export const closed = (): CaseUnderTest => verified().does('close', otherSupervisor);

/** A matter in each of its states. */
export const inEachState: Readonly<Record<string, () => CaseUnderTest>> = {
  opened,
  approval: proposed,
  answering: ordered,
  reported,
  verified,
  closed,
};
