import type { PolicyRule } from '../policy.ts';
import { cd, hr, mo, oh, wd, window } from '../row.ts';

const PROPERTY = '《上海市住宅物业管理规定》';
const CUSTOM = '隐患分级整改(惯例;整改通知书另定日期的从其规定)';

/** Rectification stands still on these; emergency control never does. */
const PAUSES = ['等待鉴定', '资金审批', '天气原因', '业主无法联系(公告)'];

/** Hazards of façades and signs: grades × steps. The law says "at once"; the numbers are practice. */
// biome-ignore format: a register reads row by row
export const hazard: Readonly<Record<string, PolicyRule>> = {
  'hazard.MAJOR.arrive':          { row: '隐患分级', label: '重大隐患到场', duty: 'town', from: '发现隐患', ...hr(2), clause: CUSTOM, status: 'customary' },
  'hazard.MAJOR.isolate':         { row: '隐患分级', label: '重大隐患隔离', duty: 'town', from: '发现隐患', ...hr(4), clause: CUSTOM, status: 'customary' },
  'hazard.MAJOR.plan':            { row: '隐患分级', label: '重大隐患整改方案', duty: 'responsible', from: '定级', ...wd(3), clause: CUSTOM, status: 'customary' },
  'hazard.MAJOR.rectify':         { row: '隐患分级', label: '重大隐患整改', duty: 'responsible', from: '送达整改通知书', ...cd(30), pauses: PAUSES, clause: CUSTOM, status: 'customary' },
  'hazard.SIGNIFICANT.isolate':   { row: '隐患分级', label: '较大隐患隔离', duty: 'town', from: '发现隐患', ...hr(24), clause: CUSTOM, status: 'customary' },
  'hazard.SIGNIFICANT.plan':      { row: '隐患分级', label: '较大隐患整改方案', duty: 'responsible', from: '定级', ...wd(10), clause: CUSTOM, status: 'customary' },
  'hazard.SIGNIFICANT.rectify':   { row: '隐患分级', label: '较大隐患整改', duty: 'responsible', from: '送达整改通知书', ...cd(90), pauses: PAUSES, clause: CUSTOM, status: 'customary' },
  'hazard.SIGNIFICANT.check':     { row: '隐患分级', label: '可控隐患每周检查', duty: 'town', from: '上次检查', ...cd(7), clause: CUSTOM, status: 'customary' },
  'hazard.GENERAL.warn':          { row: '隐患分级', label: '一般隐患警示', duty: 'town', from: '发现隐患', ...hr(48), clause: CUSTOM, status: 'customary' },
  'hazard.GENERAL.plan':          { row: '隐患分级', label: '一般隐患整改方案', duty: 'responsible', from: '定级', ...wd(15), clause: CUSTOM, status: 'customary' },
  'hazard.GENERAL.rectify':       { row: '隐患分级', label: '一般隐患整改', duty: 'responsible', from: '送达整改通知书', ...cd(60), pauses: PAUSES, clause: CUSTOM, status: 'customary' },
  'hazard.MINOR.rectify':         { row: '隐患分级', label: '轻微隐患整改', duty: 'responsible', from: '送达整改通知书', ...cd(30), pauses: PAUSES, clause: CUSTOM, status: 'customary' },
  'hazard.SIGN_HIGH.secure':      { row: '隐患分级', label: '高风险招牌拆除或加固', duty: 'responsible', from: '发现隐患', ...hr(24), clause: CUSTOM, status: 'customary' },
  'hazard.SIGN_HIGH.rectify':     { row: '隐患分级', label: '高风险招牌整改', duty: 'responsible', from: '送达整改通知书', ...cd(7), pauses: PAUSES, clause: CUSTOM, status: 'customary' },
  'hazard.SIGN.rectify':          { row: '隐患分级', label: '一般招牌整改', duty: 'responsible', from: '送达整改通知书', ...cd(15), pauses: PAUSES, clause: CUSTOM, status: 'customary' },
  'hazard.graders':               { row: 'H2', label: '定级人数', duty: 'town', value: 2, unit: 'persons', clause: '两人定级,下调须主管部门同意(惯例)', status: 'customary' },
  'hazard.dailyCheck':            { row: 'H3', label: '应急管控每日检查', duty: 'town', from: '上次检查', ...cd(1, { roll: 'none' }), clause: '管控期间逐日检查(惯例)', status: 'customary' },
  'hazard.propertyReport':        { row: 'H4', label: '物业报告无法制止的行为', duty: 'responsible', from: '发现', ...hr(24), clause: `${PROPERTY}第59条`, status: 'verified' },
  'hazard.appraisal':             { row: 'H5', label: '检测鉴定', duty: 'appraiser', from: '委托鉴定', ...cd(60), clause: '鉴定至多六十日即预警(惯例)', status: 'customary' },
  'hazard.boardApprovalDays':     { row: 'H6', label: '业委会同意动用维修资金', duty: 'board', from: '提交业委会', ...window(cd(7)), clause: `${PROPERTY}第73条:七日,按自然日`, status: 'verified' },
  'hazard.watchDays':             { row: 'H11', label: '回头看', duty: 'bureau', from: '销项', ...window(cd(90)), clause: '销项后九十日内抽查(惯例)', status: 'customary' },
  'hazard.watchSample':           { row: 'H11', label: '回头看比例', duty: 'bureau', value: 10, unit: 'percent', clause: '抽查一成(惯例)', status: 'customary' },
  'hazard.register':              { row: 'H1', label: '隐患登记', duty: 'town', from: '发现隐患', ...oh(4), clause: '半个工作日内登记(惯例)', status: 'customary' },
  'hazard.dismissal':             { row: 'H1', label: '非隐患复核', duty: 'town', from: '提出', ...wd(2), clause: '两人认定,两个工作日内复核(惯例)', status: 'customary' },
  'hazard.grade':                 { row: 'H2', label: '隐患定级', duty: 'town', from: '登记', ...oh(4), clause: '登记后半个工作日内两人定级(惯例)', status: 'customary' },
  'hazard.lowering':              { row: 'H2', label: '下调等级审核', duty: 'bureau', from: '申请下调', ...wd(3), clause: '下调须主管部门同意,三个工作日内答复(惯例)', status: 'customary' },
  'hazard.notice':                { row: 'H4', label: '整改通知书送达', duty: 'town', from: '定级', ...wd(2), clause: '定级后两个工作日内送达(惯例)', status: 'customary' },
  'hazard.pauseReview':           { row: 'H5', label: '暂停整改复核', duty: 'town', from: '暂停', ...window(cd(30)), clause: '暂停满三十日自动恢复(惯例)', status: 'customary' },
  'hazard.townCheck':             { row: 'H8', label: '镇街验收', duty: 'town', from: '整改自查', ...wd(3), clause: '自查后三个工作日内验收(惯例)', status: 'customary' },
  'hazard.bureauSign':            { row: 'H8', label: '主管部门销项确认', duty: 'bureau', from: '镇街验收合格', ...wd(5), clause: '验收合格后五个工作日内确认(惯例)', status: 'customary' },
  'hazard.followUp':              { row: 'H11', label: '回头看抽查', duty: 'bureau', from: '销项', ...cd(90), clause: '销项后九十日内按一成抽查(惯例)', status: 'customary' },
  'hazard.costRecovery':          { row: 'H10', label: '代为维修费用追缴', duty: 'bureau', from: '代为维修完成', ...cd(60), clause: '完成后六十日内追缴或列支(惯例)', status: 'customary' },
  'hazard.controlledDecision':    { row: 'H12', label: '可控认定', duty: 'bureau', from: '申请认定', ...wd(3), clause: '主管部门三个工作日内确认(惯例)', status: 'customary' },
  'hazard.spotCheck.SIGN':        { row: '抽检', label: '招牌抽检批次', duty: 'bureau', from: '下达批次', ...mo(3), clause: '未定日期的,三个月内完成(惯例)', status: 'customary' },
  'hazard.spotCheck.FACADE':      { row: '抽检', label: '外墙抽检批次', duty: 'bureau', from: '下达批次', ...mo(6), clause: '未定日期的,六个月内完成(惯例)', status: 'customary' },
  'hazard.spotCheckClose':        { row: '抽检', label: '抽检批次结束', duty: 'bureau', from: '最后一件检查', ...wd(3), clause: '全部检查后三个工作日内复核结束(惯例)', status: 'customary' },
  'hazard.spotCheckArchive':      { row: '抽检', label: '抽检问题清单跟踪', duty: 'bureau', from: '批次结束', ...window(cd(180)), clause: '批次结束后跟踪一百八十日(惯例)', status: 'customary' },
  'hazard.cityOrder':             { row: 'H13', label: '市督办案件', duty: 'town', value: '督办单载明的日期', unit: 'text', clause: '市督办案件整治整改率 100%', status: 'verified' },
};
