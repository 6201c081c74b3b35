import type { PolicyRule } from '../policy.ts';
import { cd, hr, mo, wd, window } from '../row.ts';

const DEMOLITION = '《上海市拆除违法建筑若干规定》';

/** Duties stand still while the property is annotated, and while a court or a reviewer has the decision. */
const ANNOTATED = '产权注记';
const PROCEEDINGS = '复议、诉讼';

/** Illegal buildings: the law sets arrival, announcement, the answer to whoever reported, and the party's remedies. */
// biome-ignore format: a register reads row by row
export const illegalBuilding: Readonly<Record<string, PolicyRule>> = {
  'illegal.onsiteH':         { row: '违法建筑', label: '违法建筑到场', duty: 'town', from: '发现或接报', ...hr(24), clause: `${DEMOLITION}第7条`, status: 'verified' },
  'illegal.ongoingH':        { row: '违法建筑', label: '在建违法建筑到场', duty: 'town', from: '发现或接报', ...hr(2), clause: `${DEMOLITION}第7条`, status: 'verified' },
  'illegal.noticeDays':      { row: '违法建筑', label: '当事人不明的公告', duty: 'town', from: '公告', ...window(cd(10)), clause: `${DEMOLITION}第8、9条:不少于十日`, status: 'verified' },
  'illegal.informantM':      { row: '违法建筑', label: '告知举报人处理结果', duty: 'town', from: '接到举报', ...mo(1), clause: `${DEMOLITION}第5条`, status: 'verified' },
  'illegal.judge':           { row: '违法建筑', label: '现场认定', duty: 'enforcement', from: '到场', ...wd(5), clause: '到场后五个工作日内认定(惯例)', status: 'customary' },
  'illegal.dismissal':       { row: '违法建筑', label: '非违建复核', duty: 'agencyHead', from: '提出', ...wd(2), clause: '两人认定,两个工作日内复核(惯例)', status: 'customary' },
  'illegal.followStop':      { row: '违法建筑', label: '停工后处置', duty: 'enforcement', from: '责令停工', ...wd(3), clause: `${DEMOLITION}第11条:拒不停工的立即强制拆除(三个工作日为惯例)`, status: 'customary' },
  'illegal.decide':          { row: '违法建筑', label: '限期拆除决定', duty: 'agencyHead', from: '认定', ...wd(20), pauses: [ANNOTATED], clause: '认定后二十个工作日内决定(惯例)', status: 'customary' },
  'illegal.serve':           { row: '违法建筑', label: '决定书送达', duty: 'enforcement', from: '决定', ...wd(7), clause: '决定后七个工作日内送达或公告(惯例)', status: 'customary' },
  'illegal.selfRemoval':     { row: '违法建筑', label: '自行拆除', duty: 'enforcement', from: '送达、公告期满', ...cd(15), pauses: [ANNOTATED, PROCEEDINGS], clause: `${DEMOLITION}第10条(十五日为惯例;决定书另定日期的从其规定)`, status: 'customary' },
  'illegal.remedyM':         { row: '违法建筑', label: '复议、起诉期限', duty: 'party', from: '送达、公告期满', ...window(mo(6)), clause: '《行政强制法》第44条、《行政诉讼法》第46条:六个月', status: 'verified' },
  'illegal.proceedings':     { row: '违法建筑', label: '复议、诉讼跟踪', duty: 'enforcement', from: '登记复议、诉讼', ...mo(6), clause: '六个月内跟踪到结果(惯例)', status: 'customary' },
  'illegal.apply':           { row: '违法建筑', label: '报请强制拆除', duty: 'enforcement', from: '期满且已催告', ...wd(10), pauses: [ANNOTATED], clause: '条件具备后十个工作日内报请(惯例)', status: 'customary' },
  'illegal.order':           { row: '违法建筑', label: '责成强制拆除', duty: 'agencyHead', from: '报请', ...wd(15), clause: `${DEMOLITION}第10条:区政府责成(十五个工作日为惯例)`, status: 'customary' },
  'illegal.force':           { row: '违法建筑', label: '强制拆除', duty: 'enforcement', from: '责成', ...cd(30), clause: '责成后三十日内实施(惯例)', status: 'customary' },
  'illegal.route':           { row: '违法建筑', label: '补证、转性、政策办理', duty: 'town', from: '确定途径', ...mo(6), clause: '补证销项、转性等途径(六个月为惯例)', status: 'customary' },
  'illegal.annotationCheck': { row: '违法建筑', label: '注记复查', duty: 'town', from: '注记、上次复查', ...mo(6), clause: '注记不是销项,每六个月复查(惯例)', status: 'customary' },
  'illegal.signOff':         { row: '违法建筑', label: '区级销项确认', duty: 'enforcement', from: '报销项', ...wd(5), clause: '五个工作日内确认(惯例)', status: 'customary' },
  'illegal.redo':            { row: '违法建筑', label: '销项退回后处置', duty: 'town', from: '不予销项', ...wd(10), pauses: [ANNOTATED, PROCEEDINGS], clause: '十个工作日内重新处置(惯例)', status: 'customary' },
  'illegal.cityConfirm':     { row: '违法建筑', label: '市库销项确认', duty: 'enforcement', from: '区级销项', ...mo(3), clause: '市库另行确认(三个月为惯例)', status: 'customary' },
  'illegal.archive':         { row: '违法建筑', label: '违法建筑归档', duty: 'enforcement', from: '销项、市库确认', ...wd(10), clause: '十个工作日内归档(惯例)', status: 'customary' },
};
