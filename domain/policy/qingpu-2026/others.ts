import type { PolicyRule } from '../policy.ts';
import { answered, cd, min, wd, window } from '../row.ts';

/** Reports that come round again. */
// biome-ignore format: a register reads row by row
export const report: Readonly<Record<string, PolicyRule>> = {
  'report.weeklyProgress':   { row: '报送节奏', label: '任务推进明细', duty: 'liaison', schedule: { every: 'week', weekday: 4 }, clause: '物业治理攻坚:每周四 17:00 前(时点为惯例)', status: 'customary' },
  'report.weeklyMeeting':    { row: '报送节奏', label: '每周线上会议', duty: 'leadUnit', schedule: { every: 'week', weekday: 5 }, clause: '物业治理攻坚:每周五(时点为惯例)', status: 'customary' },
  'report.monthlyFacade':    { row: '报送节奏', label: '高空坠物隐患排查月度报告', duty: 'town', schedule: { every: 'month', workingDay: 3 }, clause: '镇街每月报房管局(时点为惯例)', status: 'customary' },
  'report.monthlyWaste':     { row: '报送节奏', label: '建筑垃圾联合检查', duty: 'leadUnit', schedule: { every: 'month', workingDay: -1 }, clause: '每月至少一次(时点为惯例)', status: 'customary' },
  'report.monthlySpecial':   { row: '报送节奏', label: '月度专报、专题会', duty: 'leadUnit', schedule: { every: 'month', workingDay: 5 }, clause: '每月专报专班(时点为惯例)', status: 'customary' },
  'report.quarterlyMeeting': { row: '报送节奏', label: '工作例会、现场推进会', duty: 'taskforce', schedule: { every: 'quarter' }, clause: '每季度至少一次', status: 'verified' },
  'report.yearlyDraft':      { row: '报送节奏', label: '年度评估初稿', duty: 'taskforce', schedule: { every: 'year', date: '12-15' }, clause: '年度评估(时点为惯例)', status: 'customary' },
  'report.yearlyFinal':      { row: '报送节奏', label: '年度评估定稿', duty: 'taskforce', schedule: { every: 'year', date: '01-15', next: true }, clause: '年度评估(时点为惯例)', status: 'customary' },
};

/** The ladder, supervision and quiet hours. */
// biome-ignore format: a register reads row by row
export const supervision: Readonly<Record<string, PolicyRule>> = {
  'sla.thresholds':              { row: '预警升级', label: '预警节点', duty: 'supervisor', value: [50, 80, 100], unit: 'percent', clause: '提醒、黄灯、红灯(比例为惯例)', status: 'customary' },
  'sla.lateSteps':               { row: '预警升级', label: '逾期升级节点', duty: 'supervisor', value: [1, 3, 5], unit: 'workingDays', clause: '督办单、通报、挂牌督办或约谈(节点为惯例)', status: 'customary' },
  'sla.escalationAck':           { row: '预警升级', label: '升级确认', duty: 'supervisor', from: '升级记录', ...answered(wd(1)), clause: '督办员一个工作日内处置升级(惯例)', status: 'customary' },
  'sla.escalationAck.URGENT':    { row: '预警升级', label: '紧急件升级确认', duty: 'supervisor', from: '升级记录', ...answered(min(30), 'urgentEscalation'), clause: '紧急件三十分钟内处置升级(惯例)', status: 'customary' },
  'sla.quietHours':              { row: '预警升级', label: '免打扰时段', duty: 'centre', value: '20:00-08:00', unit: 'text', clause: '非紧急消息缓发,状态不缓(惯例)', status: 'customary' },
  'supervision.reply':           { row: '督办单', label: '督办单答复', duty: 'unit', from: '签发督办单', ...wd(3), clause: '督办单三个工作日内答复(惯例)', status: 'customary' },
  'supervision.start':           { row: '督查督导', label: '督查处置', duty: 'supervisor', from: '督查立项', ...wd(1), clause: '立项后一个工作日内处置(惯例)', status: 'customary' },
  'supervision.remind':          { row: '督查督导', label: '催办答复', duty: 'unit', from: '催办', ...wd(1), clause: '催办后一个工作日内答复(惯例)', status: 'customary' },
  'supervision.rectify':         { row: '督查督导', label: '督查整改', duty: 'unit', from: '督导、通报、警示', ...wd(5), clause: '五个工作日内报整改情况,挂牌督办以所定日期为准(惯例)', status: 'customary' },
  'supervision.approve':         { row: '督查督导', label: '督查审批', duty: 'supervisor', from: '提出', ...wd(2), clause: '通报以上二个工作日内审批(惯例)', status: 'customary' },
  'supervision.interview':       { row: '督查督导', label: '进行约谈', duty: 'supervisor', from: '批准约谈', ...wd(5), clause: '批准后五个工作日内约谈(惯例)', status: 'customary' },
  'supervision.accountability':  { row: '督查督导', label: '问责建议反馈', duty: 'unit', from: '问责建议', ...wd(10), clause: '十个工作日内书面反馈(惯例)', status: 'customary' },
  'supervision.verify':          { row: '督查督导', label: '整改核查', duty: 'supervisor', from: '报送整改', ...wd(3), clause: '三个工作日内核查(惯例)', status: 'customary' },
  'supervision.close':           { row: '督查督导', label: '督查销号', duty: 'supervisor', from: '整改核实', ...wd(3), clause: '三个工作日内销号(惯例)', status: 'customary' },
  'supervision.interviewPlan':   { row: '督查督导', label: '约谈后整改方案', duty: 'unit', from: '约谈', ...wd(5), clause: '约谈后五个工作日内报整改方案(惯例)', status: 'customary' },
  'supervision.reexamRequest':   { row: '督查督导', label: '申请督查复核', duty: 'unit', from: '收到督查结论', ...window(cd(30)), clause: '《政府督查工作条例》第17条', status: 'verified' },
  'supervision.reexamAnswer':    { row: '督查督导', label: '督查复核答复', duty: 'inspectorate', from: '收到申请', ...cd(30), clause: '《政府督查工作条例》第17条', status: 'verified' },
  'supervision.pingPongReturns': { row: '退单约束', label: '冻结退单的次数', duty: 'centre', value: 2, unit: 'times', clause: '二次退单、三个单位或同一单位两次即会商(惯例)', status: 'customary' },
  'metrics.countExplained':      { row: '指标口径', label: '解释说明计入化解', duty: 'taskforce', value: false, unit: 'flag', clause: '化解只计实际解决(惯例)', status: 'customary' },
  'metrics.dynamicCutoffDays':   { row: '指标口径', label: '动态指标截止天数', duty: 'taskforce', value: 30, unit: 'calendarDays', clause: '发现不满三十日的不计入(惯例)', status: 'customary' },
};
