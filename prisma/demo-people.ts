import { UNITS } from './organisation.ts';

/** Made-up people for trying the system out: the names are roles, nobody real. */
export interface DemoPerson {
  readonly account: string;
  readonly name: string;
  readonly unit: string;
  readonly roles: readonly string[];
}

const person = (
  account: string,
  name: string,
  unit: string,
  ...roles: readonly string[]
): DemoPerson => ({ account, name, unit, roles });

/** Two persons of one kind: nobody decides alone on what they did themselves. */
const pair = (account: string, name: string, unit: string, role: string): readonly DemoPerson[] => [
  person(`${account}1`, `${name}甲`, unit, role),
  person(`${account}2`, `${name}乙`, unit, role),
];

/** A unit's own staff: somebody signs for it, somebody handles, somebody reviews. */
const staff = (unit: string, short: string): readonly DemoPerson[] => [
  person(`${unit}-lianluo`, `${short}联络员`, unit, 'coordinator'),
  person(`${unit}-chengban`, `${short}承办人`, unit, 'handler'),
  person(`${unit}-fenguan`, `${short}分管领导`, unit, 'unitLead'),
];

/** One person in each section of a unit. */
const sections = (parent: string): readonly DemoPerson[] =>
  UNITS.filter((unit) => unit.parent === parent).map(({ code, short }) =>
    person(`${code}-jingban`, `${short}经办人`, code, 'sectionStaff'),
  );

/** Who imposes penalties: two officers investigate, others review, hear and decide. */
const enforcement = (unit: string, short: string): readonly DemoPerson[] => [
  person(`${unit}-xiansuo`, `${short}线索受理员`, unit, 'intake'),
  ...pair(`${unit}-zhifa`, `${short}执法人员`, unit, 'caseOfficer'),
  person(`${unit}-fazhi`, `${short}法制审核员`, unit, 'legalReviewer'),
  person(`${unit}-tingzheng`, `${short}听证主持人`, unit, 'hearingHost'),
  person(`${unit}-fuzeren`, `${short}机关负责人`, unit, 'agencyHead'),
];

/** Who decides anew on an opinion: as the organ that reviews, and as the one that rechecks. */
const review = (unit: string, short: string): readonly DemoPerson[] => [
  person(`${unit}-fucha`, `${short}复查复核经办`, unit, 'reviewOfficer', 'recheckOfficer'),
  person(`${unit}-fucha-fuze`, `${short}复查复核负责人`, unit, 'reviewLead', 'recheckLead'),
];

const town = (unit: string, short: string): readonly DemoPerson[] => [
  ...staff(unit, short),
  ...pair(`${unit}-xuncha`, `${short}巡查员`, unit, 'townInspector'),
  ...sections(unit),
];

/** Every demo account has this password; production never seeds demo people. */
export const DEMO_PASSWORD = 'bihuan-demo';

/** Enough people for one case of each type. 盈浦 has nobody, so that a dispatch to an empty unit can be tried. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  person('paidan1', '派单员甲', 'ops-centre', 'dispatcher'),
  person('paidan2', '派单员乙', 'ops-centre', 'dispatcher'),
  person('huifang', '回访员', 'ops-centre', 'callbackAgent'),
  person('duban', '督办员', 'ops-centre', 'supervisor'),
  person('quling', '分管区领导', 'ops-centre', 'districtLead'),
  person('zhiban', '值班员', 'ops-centre', 'dutyOfficer'),
  person('tizheng', '数字体征平台', 'ops-centre', 'platform'),
  ...pair('zhishou', '体征值守员', 'ops-centre', 'desk'),
  person('zhibanzhang', '值班长', 'ops-centre', 'shiftLead'),
  ...town('xiayang', '夏阳'),
  ...town('xujing', '徐泾'),
  ...town('zhujiajiao', '朱家角'),
  ...staff('housing', '房管局'),
  ...pair('housing-yanshou', '房管局验收员', 'housing', 'bureauOfficer'),
  ...sections('housing'),
  ...staff('greening', '绿化市容局'),
  ...pair('greening-yanshou', '绿化市容局验收员', 'greening', 'bureauOfficer'),
  ...pair('greening-choujian', '绿化市容局抽检员', 'greening', 'inspector'),
  person('greening-guanli', '绿化市容局管理经办', 'greening', 'mgmtOfficer'),
  ...sections('greening'),
  ...staff('construction', '建管委'),
  person('construction-guanli', '建管委管理经办', 'construction', 'mgmtOfficer'),
  ...staff('urban-enforcement', '城管执法局'),
  person(
    'urban-enforcement-duban',
    '城管执法局督办员',
    'urban-enforcement',
    'supervisor',
    'taskforceSupervisor',
  ),
  person('urban-enforcement-juling', '城管执法局负责人', 'urban-enforcement', 'leadership'),
  ...pair('urban-enforcement-chaiwei', '区拆违办', 'urban-enforcement', 'removalOffice'),
  ...sections('urban-enforcement'),
  ...enforcement('urban-enforcement', '城管执法局'),
  ...enforcement('xiayang', '夏阳'),
  ...staff('water', '水务局'),
  ...pair('petition-xinfang', '信访办经办', 'petition', 'petitionOffice'),
  person('petition-ducha', '信访督查专员', 'petition', 'supervisor', 'petitionInspector'),
  person('petition-zhaoji', '联席会议召集人', 'petition', 'convener'),
  ...staff('petition', '信访办'),
  ...review('housing', '房管局'),
  ...review('gov-office', '区府办'),
];
