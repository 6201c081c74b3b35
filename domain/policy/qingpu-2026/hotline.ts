import type { PolicyRule } from '../policy.ts';
import { cd, hr, min, oh, once, wd, window } from '../row.ts';

const DANING = '静安大宁路街道热线工单办理规定(2019)';
const XIAYANG = '青夏街〔2022〕22号';

/** Waiting for others stops a ticket's days, with an interim reply to the citizen; the law says nothing of it. */
const PAUSES = ['等待第三方', '等待执法程序', '天气原因', '法律程序'];

/** 12345 tickets: process rows T2 to T21 and their parameters. */
// biome-ignore format: a register reads row by row
export const hotline: Readonly<Record<string, PolicyRule>> = {
  'hotline.dispatch':                { row: 'T2', label: '派单', duty: 'centre', from: '受理', ...oh(2), clause: '派单时限(惯例)', status: 'customary' },
  'hotline.dispatch.URGENT':         { row: 'T2', label: '紧急件派单', duty: 'centre', from: '受理', ...min(15), clause: '紧急件派单时限(惯例)', status: 'customary' },
  'hotline.rejectAcceptance':        { row: 'T3', label: '不予受理', duty: 'centre', from: '受理', ...oh(2), clause: '同派单时限(惯例)', status: 'customary' },
  'hotline.ack':                     { row: 'T4', label: '签收', duty: 'unit', from: '派单', ...oh(4), clause: '签收时限(惯例)', status: 'customary' },
  'hotline.ack.URGENT':              { row: 'T4', label: '紧急件签收', duty: 'unit', from: '派单', ...min(30), clause: '紧急件签收时限(惯例)', status: 'customary' },
  'hotline.returnWindow':            { row: 'T5', label: '退单申请', duty: 'unit', from: '派单', ...window(wd(1)), clause: '派单后一个工作日内退单(各区多用)', status: 'recalled' },
  'hotline.maxReturns':              { row: 'T5', label: '退单次数', duty: 'unit', value: 2, unit: 'times', clause: `${XIAYANG}:谨慎退单;次数为惯例`, status: 'customary' },
  'hotline.returnDecision':          { row: 'T6 T7', label: '退单审核', duty: 'centre', from: '申请退单', ...oh(4), clause: '退单半个工作日内审核(惯例)', status: 'customary' },
  'hotline.resetOnReassign':         { row: 'T6', label: '改派重新计时次数', duty: 'unit', value: 1, unit: 'times', clause: `${DANING}:自接到工单起算;次数为惯例`, status: 'customary' },
  'hotline.coordination':            { row: 'T8', label: '疑难会商', duty: 'centre', from: '转入会商', ...wd(2), clause: '会商二个工作日内作出结论(惯例)', status: 'customary' },
  'hotline.firstContact':            { row: 'T9', label: '先行联系', duty: 'unit', from: '受理', ...wd(1), clause: `${XIAYANG}:一个工作日内先行联系`, status: 'verified' },
  'hotline.contactAttempts':         { row: 'T9', label: '联系未果次数', duty: 'unit', value: 3, unit: 'times', clause: '三次未联系上可登记后办理(惯例)', status: 'customary' },
  'hotline.handle.CONSULT':          { row: 'T13', label: '办理(咨询、意见建议)', duty: 'unit', from: '受理', ...wd(1), extension: once(14, '区派单员'), pauses: PAUSES, clause: `${DANING}:一般咨询、意见建议一个工作日`, status: 'verified' },
  'hotline.handle.ASSIST_COMPLAINT': { row: 'T13', label: '办理(求助、投诉)', duty: 'unit', from: '受理', ...wd(5), extension: once(10, '区派单员'), pauses: PAUSES, clause: `${XIAYANG}:五个工作日内首次处置`, status: 'verified' },
  'hotline.handle.COMPLEX':          { row: 'T10 T13', label: '办理(复杂事项,合计)', duty: 'unit', from: '受理', ...wd(15), pauses: PAUSES, clause: `${DANING}:复杂事项经批准十五个工作日`, status: 'verified' },
  'hotline.maxExtensions':           { row: 'T10', label: '延期次数', duty: 'unit', value: 1, unit: 'times', clause: `${DANING}:延期须经批准;次数为惯例`, status: 'customary' },
  'hotline.suspensionReview':        { row: 'T11 T12', label: '挂起复核', duty: 'centre', from: '挂起', ...window(cd(30, { roll: 'none' })), clause: '挂起至多三十日,届满自动恢复(惯例)', status: 'customary' },
  'hotline.unitReview':              { row: 'T14', label: '单位审核', duty: 'unit', from: '提交结果', ...wd(1), clause: '办理时限内一个工作日审核(惯例)', status: 'customary' },
  'hotline.callback':                { row: 'T15', label: '回访', duty: 'callback', from: '审核通过', ...wd(3), clause: '三个工作日内回访(惯例)', status: 'customary' },
  'hotline.callbackAttempts':        { row: 'T15', label: '未接通次数', duty: 'callback', value: 3, unit: 'times', clause: '三次未接通按未接通回访(惯例)', status: 'customary' },
  'hotline.callbackSampling':        { row: 'T15', label: '回访比例', duty: 'callback', value: 100, unit: 'percent', clause: `${XIAYANG}:逐件回访`, status: 'verified' },
  'hotline.close':                   { row: 'T15', label: '办结', duty: 'centre', from: '回访', ...wd(1), clause: '回访后一个工作日内办结(惯例)', status: 'customary' },
  'hotline.rework':                  { row: 'T16', label: '重办', duty: 'unit', from: '退回重办', ...wd(3), pauses: PAUSES, clause: `${XIAYANG}:三个工作日内二次处置`, status: 'verified' },
  'hotline.supervisedReply':         { row: 'T16', label: '督办件、复核件答复', duty: 'unit', from: '接到督办件', ...wd(3), clause: `${DANING}:热线督办件、回访复核件三个工作日`, status: 'verified' },
  'hotline.maxReworkRounds':         { row: 'T17', label: '重办次数', duty: 'unit', value: 2, unit: 'times', clause: '重办次数(惯例)', status: 'customary' },
  'hotline.reopen':                  { row: 'T20', label: '重新办理', duty: 'unit', from: '重新办理', ...wd(3), pauses: PAUSES, clause: `${DANING}:回访复核件三个工作日`, status: 'verified' },
  'hotline.reopenWindow':            { row: 'T20', label: '重新办理期限', duty: 'caller', from: '办结', ...window(cd(30)), clause: '办结后三十日内再次出现可重新办理(惯例)', status: 'customary' },
  'hotline.voidConfirm':             { row: 'T21', label: '作废复核', duty: 'centre', from: '申请作废', ...wd(1), clause: '作废由第二人一个工作日内复核(惯例)', status: 'customary' },
  'hotline.assistReply':             { row: '主办协办', label: '协办答复', duty: 'unit', from: '增派协办', ...wd(3), clause: '协办单位三个工作日内答复主办单位(惯例)', status: 'customary' },
  'hotline.sectionReply':            { row: '主办协办', label: '科室、居村反馈', duty: 'unit', from: '派发', ...wd(2), clause: '科室、居村二个工作日内反馈联络员(惯例)', status: 'customary' },
  'hotline.urgent.onSite':           { row: '热线参数', label: '紧急件到场', duty: 'unit', from: '派单', ...hr(2), clause: '紧急件到场(惯例,待核)', status: 'recalled' },
  'hotline.urgent.feedback':         { row: '热线参数', label: '紧急件反馈', duty: 'unit', from: '派单', ...hr(24), clause: '紧急件反馈(惯例,待核)', status: 'recalled' },
  'hotline.urgent.formal':           { row: '热线参数', label: '紧急件正式处置', duty: 'unit', from: '先期处置', ...wd(1, { begins: 'nextWorkingDay' }), clause: '先期处置、中途汇报后,次一工作日正式处置(杨浦区房管局 2013)', status: 'verified' },
  'hotline.assessmentYear':          { row: '热线参数', label: '考核年度', duty: 'centre', value: '自然年', unit: 'text', clause: '考核年度,各街镇有用十一月至次年十月的', status: 'customary' },
};
