import { illegalBuildingV1 } from '../../../../domain/case-types/illegal-building.v1.ts';
import { CENTRE } from '../../../../domain/definition/parts.ts';
import { CaseUnderTest, person, tryOpen } from '../../../support/given.ts';
import { at } from '../../../support/moments.ts';

export const inspector = person('inspector-1', 'xiayang', 'townInspector');
export const unitLead = person('lead-1', 'xiayang', 'unitLead');
export const officer = person('officer-1', 'xiayang', 'caseOfficer');
export const head = person('head-1', 'xiayang', 'agencyHead');
export const office = person('office-1', 'urban-enforcement', 'removalOffice');
export const districtLead = person('district-1', CENTRE, 'districtLead');
export const supervisor = person('supervisor-1', CENTRE, 'supervisor');

/** A Monday morning; the whole week works. */
export const MONDAY = '2026-11-23 09:00';

export const REPORT = {
  source: 'PATROL',
  kind: 'VILLA',
  build: 'EXISTING',
  text: '院内搭建阳光房',
  address: '湖畔路 9 弄 3 号',
  town: 'xiayang',
};
export const NOTE = { note: '说明' };
export const SIZE = { area: 46, buildings: 2 };
export const ARRIVAL = { build: 'EXISTING', note: '已到场' };
export const STOP = { measure: 'ORDERED', second: 'officer-2', ...SIZE, note: '正在砌墙' };
export const PHOTOS = { before: '拆除前', after: '拆除后' };
export const REMOVAL = { ...PHOTOS, ...SIZE };
export const CLASSIFIED = { class: 'MUST_REMOVE', second: 'officer-2', ...SIZE, note: '无许可' };
export const LEGACY = { ...CLASSIFIED, class: 'LEGACY' };
export const PARTY = { name: '某住户化名', phone: '13900000420' };
export const DECISION = { party: PARTY, requirement: '自行拆除' };
export const SERVICE = { method: 'DIRECT', receipt: '当事人签收' };
export const ANNOUNCEMENT = { place: '公告栏、现场张贴' };
export const SUIT = { kind: 'SUIT', note: '法院已立案' };
export const RESULT = { result: '行政判决书' };
export const TOLD = { result: '已依法处置' };
export const MERGING = { other: 'QPWJ2026-000009', note: '同一处' };
export const ANNOTATION = { register: '已致函登记机构', note: '暂不具备拆除条件' };

/** A building that was reported just now, or at the given moment. */
export function reported(more: object = {}, moment: string = MONDAY): CaseUnderTest {
  const building = tryOpen(illegalBuildingV1, at(moment), inspector, { ...REPORT, ...more });
  if (!(building instanceof CaseUnderTest)) throw new Error(JSON.stringify(building));
  return building;
}

export const onSite = (more: object = {}): CaseUnderTest => {
  const { build } = { ...REPORT, ...more };
  return reported(more).does('recordArrival', inspector, { ...ARRIVAL, build });
};
const ONGOING = { build: 'ONGOING' };
export const ongoing = (): CaseUnderTest => onSite(ONGOING);
export const stopped = (): CaseUnderTest => ongoing().does('stop', officer, STOP);
export const classified = (more: object = {}, as: object = CLASSIFIED): CaseUnderTest =>
  onSite(more).does('classify', officer, as);
export const legacy = (): CaseUnderTest => classified({}, LEGACY);
export const decided = (more: object = {}): CaseUnderTest =>
  classified().does('decide', head, { ...DECISION, ...more });
/** The decision of a party that nobody knows. */
export const unknownParty = (): CaseUnderTest =>
  classified().does('decide', head, { requirement: '自行拆除' });
export const announcing = (): CaseUnderTest =>
  unknownParty().does('announce', officer, ANNOUNCEMENT);
export const served = (): CaseUnderTest => decided().does('serve', officer, SERVICE);
/** The fifteen days end on 8 December. */
export const overdue = (): CaseUnderTest => served().when('2026-12-09 09:00');
export const demanded = (): CaseUnderTest => overdue().does('issueDemand', officer, NOTE);
export const suing = (): CaseUnderTest => served().does('recordSuit', officer, SUIT);
/** The six months end on 24 May 2027, after which removal may be forced. */
export const free = (): CaseUnderTest => demanded().when('2027-05-25 09:00');
export const applied = (): CaseUnderTest => free().does('applyForced', officer, NOTE);
export const forced = (): CaseUnderTest => applied().does('orderForced', districtLead, NOTE);
export const annotated = (): CaseUnderTest => classified().does('annotate', officer, ANNOTATION);
export const pursuing = (route: string = 'PERMIT_SIGNOFF'): CaseUnderTest =>
  legacy().does('chooseRoute', head, { route, note: '符合条件' });
export const gone = (): CaseUnderTest => served().does('recordRemoval', officer, REMOVAL);
export const writtenOff = (): CaseUnderTest => gone().does('writeOff', office);
export const merged = (): CaseUnderTest => reported().does('merge', inspector, MERGING);
export const dismissing = (more: object = {}): CaseUnderTest =>
  onSite(more).does('proposeNotIllegal', inspector, NOTE);

/** A building in each of its states. */
export const inEachState: Readonly<Record<string, () => CaseUnderTest>> = {
  reported: () => reported(),
  onSite: () => onSite(),
  notIllegalReview: () => dismissing(),
  stopped,
  classified: () => classified(),
  decided: () => decided(),
  announcing,
  selfRemoval: served,
  demanded,
  litigation: suing,
  governmentOrder: applied,
  forced,
  pursuing: () => pursuing(),
  annotated,
  acceptance: gone,
  writtenOff,
  merged,
  archived: () =>
    writtenOff()
      .does('recordCityConfirmation', office, { confirmation: '市库 2026-0001' })
      .does('archive', office),
  notIllegal: () => dismissing().does('confirmNotIllegal', head, NOTE),
  transferred: () =>
    reported().does('transferOut', inspector, { authority: 'HOUSING', note: '属房管' }),
};
