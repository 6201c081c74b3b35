import type { PolicyRule } from '../policy.ts';
import { cd, once, wd, window } from '../row.ts';

const RULES = '《信访工作条例》';
const OLD = '国信发〔2014〕16号(旧条例)';

/** Petitions: the deadline register P1 to P13 and what goes with it. Only the objection (P4) is in working days. */
// biome-ignore format: a register reads row by row
export const petition: Readonly<Record<string, PolicyRule>> = {
  'petition.route15':                 { row: 'P1', label: '登记并转送、交办、报请', duty: 'petitionOffice', from: '收到信访事项', ...cd(15), clause: `${RULES}第22条`, status: 'verified' },
  'petition.noticeDirect15':          { row: 'P2', label: '直接收到的书面告知', duty: 'organ', from: '收到信访事项', ...cd(15), clause: `${RULES}第23条第2款`, status: 'verified' },
  'petition.notice15':                { row: 'P3', label: '转送、交办的书面告知', duty: 'organ', from: '收到转送、交办', ...cd(15), clause: `${RULES}第23条第3款`, status: 'verified' },
  'petition.objection5wd':            { row: 'P4', label: '异议(不属本机关职权)', duty: 'organ', from: '收到转送、交办', ...window(wd(5)), clause: `${RULES}第23条第3款`, status: 'verified' },
  'petition.handle60':                { row: 'P5', label: '申诉求决类办理', duty: 'organ', from: '受理之日', ...cd(60), extension: once(30, '本机关负责人'), clause: `${RULES}第34条`, status: 'verified' },
  'petition.extend30':                { row: 'P5', label: '办理延期上限', duty: 'organ', value: 30, unit: 'calendarDays', clause: `${RULES}第34条`, status: 'verified' },
  'petition.hearingSuspendsHandling': { row: 'P5', label: '听证是否挂起办理期限', duty: 'organ', value: false, unit: 'flag', clause: `${RULES}第34条未规定听证扣除`, status: 'customary' },
  'petition.otherProcedure':          { row: 'P6', label: '导入其他法定程序', duty: 'organ', value: '该程序的期限', unit: 'text', clause: `${RULES}第31条第1至5项`, status: 'verified' },
  'petition.reviewRequest30':         { row: 'P7', label: '请求复查', duty: 'petitioner', from: '收到书面答复', ...window(cd(30)), clause: `${RULES}第35条`, status: 'verified' },
  'petition.review30':                { row: 'P8', label: '复查意见', duty: 'reviewBody', from: '收到复查请求', ...cd(30), clause: `${RULES}第35条`, status: 'verified' },
  'petition.recheckRequest30':        { row: 'P9', label: '请求复核', duty: 'petitioner', from: '收到复查意见', ...window(cd(30)), clause: `${RULES}第36条`, status: 'verified' },
  'petition.recheck30':               { row: 'P10', label: '复核意见', duty: 'recheckBody', from: '收到复核请求', ...cd(30), pauses: ['听证'], clause: `${RULES}第36条:听证所需时间不计`, status: 'verified' },
  'petition.assigned':                { row: 'P11', label: '交办件办结报告', duty: 'organ', value: '交办机关指定的日期', unit: 'text', clause: `${RULES}第22条第3项`, status: 'verified' },
  'petition.level.NATIONAL':          { row: 'P12', label: '逐级转送(国家一级)', duty: 'petitionOffice', from: '收到信访事项', ...cd(5), clause: OLD, status: 'recalled' },
  'petition.level.PROVINCIAL':        { row: 'P12', label: '逐级转送(省级)', duty: 'petitionOffice', from: '收到信访事项', ...cd(3), clause: OLD, status: 'recalled' },
  'petition.simpleNotify':            { row: 'P13', label: '简易办理告知', duty: 'organ', from: '收到信访事项', ...wd(3), clause: '简易办理(国家规定,原文待核)', status: 'recalled' },
  'petition.simpleAnswer':            { row: 'P13', label: '简易办理答复', duty: 'organ', from: '受理之日', ...wd(10), clause: '简易办理(国家规定,原文待核)', status: 'recalled' },
  'petition.assignedReport':         { row: 'Q3', label: '交办件办结报告(交办未定日期时)', duty: 'organ', from: '交办', ...cd(60), clause: '交办指定的日期优先;未指定的六十日(惯例)', status: 'customary' },
  'petition.procedureDue':           { row: 'Q6', label: '其他程序办理(未填明期限时)', duty: 'organ', from: '导入程序', ...cd(90), clause: '承办机关填明的程序期限优先;未填明的九十日(惯例)', status: 'customary' },
  'petition.anonymous15':            { row: 'Q6', label: '匿名件受理决定', duty: 'organ', from: '收到转送、交办', ...cd(15), clause: '姓名、住址不清的无须告知,受理决定同为十五日(惯例)', status: 'customary' },
  'petition.reroute':                { row: 'Q5', label: '异议成立后重新转送', duty: 'petitionOffice', from: '同意异议或提级', ...wd(5), clause: '五个工作日内重新转送(惯例)', status: 'customary' },
  'petition.objectionDecision':      { row: 'Q5', label: '异议审核', duty: 'petitionOffice', from: '收到异议', ...wd(3), clause: '三个工作日内审核异议(惯例)', status: 'customary' },
  'petition.coordination':           { row: 'Q5', label: '协调管辖', duty: 'petitionOffice', from: '提请协调', ...wd(5), clause: '五个工作日内决定管辖(惯例);决定主体依《信访工作条例》第24条', status: 'customary' },
  'petition.receive':                { row: 'Q3', label: '签收转送、交办', duty: 'organ', from: '转送、交办', ...window(wd(1)), clause: '一个工作日未签收视为收到(惯例)', status: 'customary' },
  'petition.assistReply':            { row: 'Q6', label: '协办单位答复', duty: 'assistant', from: '增派协办', ...wd(10), clause: '十个工作日内答复主办机关(惯例)', status: 'customary' },
  'petition.serve':                  { row: 'Q11', label: '文书送达', duty: 'organ', from: '制发文书', ...wd(5), clause: '五个工作日内送达(惯例)', status: 'customary' },
  'petition.lateExcuse':             { row: 'Q13', label: '逾期请求有正当理由的可接收', duty: 'petitioner', value: true, unit: 'flag', clause: '《信访工作条例》第35、36条未规定逾期例外(惯例)', status: 'customary' },
  'petition.close':                  { row: 'Q12', label: '结案', duty: 'petitionOffice', from: '复查、复核请求期满或答复', ...wd(5), clause: '五个工作日内结案(惯例)', status: 'customary' },
  'petition.archive':                { row: 'Q12', label: '归档', duty: 'petitionOffice', from: '结案或确认化解', ...window(cd(60)), clause: '结案六十日后归档(惯例)', status: 'customary' },
  'petition.resolutionReopenDays':    { row: 'Q17', label: '化解撤销期', duty: 'petitioner', from: '确认化解', ...window(cd(30)), clause: '再次信访可撤销化解(惯例)', status: 'customary' },
  'petition.representatives':         { row: 'Q1', label: '集体走访代表人数上限', duty: 'petitioner', value: 5, unit: 'persons', clause: `${RULES}第20条`, status: 'verified' },
};
