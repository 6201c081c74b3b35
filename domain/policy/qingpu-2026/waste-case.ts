import type { PolicyRule } from '../policy.ts';
import { cd, clearDaysBefore, hr, mo, once, wd, window } from '../row.ts';

const PENALTY = '《行政处罚法》';
const COERCION = '《行政强制法》';
const CITY = '《上海市城市管理行政执法条例》';
const MINISTRY = '住建部令第55号(原文待核)';

/** Excluded from the 90 days of a decision; the first two are named by the ministry's procedure. */
const EXCLUDED = ['等待鉴定', '听证', '公告送达', '移送司法', '等待其他机关决定', '不可抗力'];

/**
 * Penalty procedure: D1 to D25. Under the Penalty Law only 2, 3, 5 and 7 days are working days (art. 85), under the
 * Coercion Law every limit of up to 10 days (art. 69), so each row says it for itself.
 */
// biome-ignore format: a register reads row by row
export const wasteCase: Readonly<Record<string, PolicyRule>> = {
  'waste.limitation':             { row: 'D1', label: '处罚时效', duty: 'enforcement', from: '违法行为终了', ...window(mo(24)), clause: `${PENALTY}第36条:二年`, status: 'verified' },
  'waste.limitation.HARM':        { row: 'D1', label: '处罚时效(危害生命健康、金融安全)', duty: 'enforcement', from: '违法行为终了', ...window(mo(60)), clause: `${PENALTY}第36条:五年`, status: 'verified' },
  'waste.verifyDays':             { row: 'D2 L5', label: '核查并决定立案', duty: 'enforcement', from: '接收线索', ...cd(15), extension: once(10, '机关负责人'), clause: `${PENALTY}第54条:及时立案;天数据${MINISTRY}`, status: 'recalled' },
  'waste.decisionDays':           { row: 'D3', label: '作出处罚决定', duty: 'enforcement', from: '立案', ...cd(90), extension: { steps: [{ max: 30, by: '机关负责人' }, { max: 60, by: '集体讨论' }], off: true }, pauses: EXCLUDED, clause: `${PENALTY}第60条;扣除事由据${MINISTRY}`, status: 'verified' },
  'waste.exclusionReview':        { row: 'D3', label: '中止、鉴定的到期恢复', duty: 'enforcement', from: '中止、委托鉴定', ...window(cd(30)), clause: '按批准的日期恢复办理(惯例)', status: 'customary' },
  'waste.extraExtension':         { row: 'D3', label: '处罚决定延长', duty: 'enforcement', value: [30, 60], unit: 'calendarDays', clause: `${MINISTRY};默认不启用`, status: 'recalled' },
  'waste.evidenceRegistration':   { row: 'D4', label: '先行登记保存处理', duty: 'enforcement', from: '先行登记保存', ...wd(7, { roll: 'none' }), clause: `${PENALTY}第56、85条`, status: 'verified' },
  'waste.seizureDays':            { row: 'D5', label: '查封、扣押', duty: 'enforcement', from: '查封、扣押', ...cd(30, { roll: 'none' }), extension: once(30, '机关负责人'), pauses: ['等待鉴定'], clause: `${COERCION}第25、27条`, status: 'verified' },
  'waste.release':                { row: 'D5', label: '期满解除扣押', duty: 'enforcement', from: '扣押期限届满', ...wd(1), clause: `${COERCION}第28条:期限届满应当及时解除、立即退还;天数为惯例`, status: 'customary' },
  'waste.emergencyApproval':      { row: 'D6', label: '紧急措施补办批准', duty: 'enforcement', from: '当场实施措施', ...hr(24), clause: `${COERCION}第19条`, status: 'verified' },
  'waste.assistance':             { row: 'D7', label: '协助认定意见', duty: 'assistant', from: '收到协助通知书', ...cd(10), clause: `${CITY}第29条`, status: 'verified' },
  'waste.defenceWd':              { row: 'D8', label: '陈述、申辩', duty: 'party', from: '告知书送达', ...window(wd(5)), clause: `${PENALTY}第44、45条未定天数(惯例)`, status: 'customary' },
  'waste.hearingRequest':         { row: 'D9', label: '要求听证', duty: 'party', from: '听证告知', ...window(wd(5)), clause: `${PENALTY}第64条第1项`, status: 'verified' },
  'waste.hearingNotice':          { row: 'D10', label: '听证通知', duty: 'enforcement', from: '举行听证', ...clearDaysBefore(7), clause: `${PENALTY}第64条第2项、第85条`, status: 'verified' },
  'waste.legalReview':            { row: 'D11', label: '法制审核', duty: 'enforcement', from: '送审', ...wd(5), clause: `${PENALTY}第58条;天数为惯例`, status: 'customary' },
  'waste.legalReviewPerson':      { row: 'D11', label: '法制审核起点(个人)', duty: 'enforcement', value: 5000, unit: 'yuan', clause: '控江路街道法制审核目录(2023)', status: 'verified' },
  'waste.legalReviewOrg':         { row: 'D11', label: '法制审核起点(单位)', duty: 'enforcement', value: 50000, unit: 'yuan', clause: '控江路街道法制审核目录(2023)', status: 'verified' },
  'waste.simplePerson':           { row: 'D11', label: '简易程序上限(个人)', duty: 'enforcement', value: 200, unit: 'yuan', clause: `${PENALTY}第51条`, status: 'verified' },
  'waste.simpleOrg':              { row: 'D11', label: '简易程序上限(单位)', duty: 'enforcement', value: 3000, unit: 'yuan', clause: `${PENALTY}第51条`, status: 'verified' },
  'waste.delivery':               { row: 'D12', label: '送达决定书', duty: 'enforcement', from: '作出决定', ...wd(7), clause: `${PENALTY}第61条`, status: 'verified' },
  'waste.announceDays':           { row: 'D13', label: '公告送达', duty: 'enforcement', from: '公告', ...window(cd(60)), clause: `${CITY}第25条`, status: 'verified' },
  'delivery.announceDays':        { row: 'D13', label: '公告送达(默认)', duty: 'enforcement', from: '公告', ...window(cd(60)), clause: `${CITY}第25条六十日;民事诉讼法第95条三十日,默认从长`, status: 'verified' },
  'waste.payment':                { row: 'D14', label: '缴纳罚款', duty: 'party', from: '收到决定书', ...window(cd(15)), clause: `${PENALTY}第67条`, status: 'verified' },
  'waste.deferral':               { row: 'D14', label: '延期、分期缴纳', duty: 'party', from: '批准延期、分期', ...window(cd(30)), clause: `${PENALTY}第66条未定天数:按批准的日期`, status: 'customary' },
  'waste.surchargeRate':          { row: 'D15', label: '每日加处罚款', duty: 'party', value: 3, unit: 'percent', clause: `${PENALTY}第72条`, status: 'verified' },
  'waste.surchargeCap':           { row: 'D15', label: '加处罚款上限', duty: 'party', value: 100, unit: 'percent', clause: `${PENALTY}第72条`, status: 'verified' },
  'waste.administrativeReview':   { row: 'D16', label: '申请行政复议', duty: 'party', from: '知道行政行为', ...window(cd(60)), clause: '《行政复议法》第20条', status: 'verified' },
  'waste.litigation':             { row: 'D16', label: '提起行政诉讼', duty: 'party', from: '知道行政行为', ...window(mo(6)), clause: '《行政诉讼法》第46条', status: 'verified' },
  'waste.litigationAfterReview':  { row: 'D16', label: '不服复议决定起诉', duty: 'party', from: '收到复议决定', ...window(cd(15)), clause: '《行政诉讼法》第45条', status: 'recalled' },
  'waste.reviewDecision':         { row: 'D17', label: '行政复议决定', duty: 'reviewAuthority', from: '受理复议', ...cd(60), extension: once(30, '复议机构负责人'), clause: '《行政复议法》第62条', status: 'verified' },
  'waste.judgement':              { row: 'D17', label: '一审判决', duty: 'court', from: '立案', ...mo(6), clause: '《行政诉讼法》第81条', status: 'recalled' },
  'waste.demand':                 { row: 'D18', label: '催告期', duty: 'party', from: '催告书送达', ...window(wd(10)), clause: `${COERCION}第54、69条`, status: 'verified' },
  'waste.courtApplication':       { row: 'D19', label: '申请法院强制执行', duty: 'enforcement', from: '复议、诉讼期届满', ...mo(3), clause: `${COERCION}第53条`, status: 'verified' },
  'waste.courtAcceptance':        { row: 'D20', label: '法院受理', duty: 'court', from: '收到申请', ...wd(5), clause: `${COERCION}第56、69条`, status: 'verified' },
  'waste.courtRuling':            { row: 'D20', label: '法院裁定', duty: 'court', from: '受理申请', ...wd(7), clause: `${COERCION}第57、69条`, status: 'verified' },
  'waste.enforcementCheck':       { row: 'D20', label: '执行情况跟踪', duty: 'enforcement', from: '裁定准予执行', ...mo(6), clause: '裁定后跟踪执行情况(惯例)', status: 'customary' },
  'waste.substituteDemand':       { row: 'D21', label: '代履行催告', duty: 'enforcement', from: '代履行', ...clearDaysBefore(3), clause: `${COERCION}第51、69条;须立即清除的除外(第52条)`, status: 'verified' },
  'waste.rectification':          { row: 'D21', label: '责令改正及复查', duty: 'enforcement', from: '责令改正', ...cd(15), clause: `${PENALTY}第28条未定天数:按责令的日期(惯例)`, status: 'customary' },
  'waste.withdrawPublication':    { row: 'D22', label: '撤回公开的处罚决定', duty: 'enforcement', from: '决定被变更、撤销', ...wd(3), clause: `${PENALTY}第48、85条`, status: 'verified' },
  'waste.informantResult':        { row: 'D23', label: '举报核查结果告知', duty: 'enforcement', from: '收到举报', ...wd(5), clause: `${CITY}第26条`, status: 'verified' },
  'waste.informantTransfer':      { row: 'D23', label: '举报移送有权部门', duty: 'enforcement', from: '收到举报', ...wd(3), clause: `${CITY}第26条`, status: 'verified' },
  'waste.unclaimedGoods':         { row: 'D24', label: '无人认领物品公告', duty: 'party', from: '公告', ...window(cd(60)), clause: `${CITY}第22条`, status: 'verified' },
  'waste.publication':            { row: 'D25', label: '公开处罚决定', duty: 'enforcement', from: '作出决定', ...wd(7), clause: '处罚决定信用公示(原文待核)', status: 'recalled' },
  'waste.closing':                { row: 'D25', label: '结案', duty: 'enforcement', from: '履行完毕或终结执行', ...cd(30), clause: '履行、核实之后三十日内结案(惯例)', status: 'customary' },
};
