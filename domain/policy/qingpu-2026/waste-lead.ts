import type { PolicyRule } from '../policy.ts';
import { cd, hr, wd, window } from '../row.ts';

const CITY = '《上海市城市管理行政执法条例》';
const CRIMINAL = '《行政执法机关移送涉嫌犯罪案件的规定》';

/** Leads between management and enforcement: L1 to L8. */
// biome-ignore format: a register reads row by row
export const wasteLead: Readonly<Record<string, PolicyRule>> = {
  'waste.lead.minFields':         { row: 'L1', label: '线索必填要素', duty: 'transferor', value: 6, unit: 'items', clause: '时间、地点、车牌或点位、行为、证据、建议条款(惯例)', status: 'customary' },
  'waste.lead.submit':            { row: 'L1', label: '线索移送', duty: 'transferor', from: '发现线索', ...wd(3), clause: `${CITY}第28条:及时移送;期限为惯例`, status: 'customary' },
  'waste.lead.accept':            { row: 'L2', label: '线索接收', duty: 'enforcement', from: '线索移送', ...wd(2), clause: `${CITY}第28条:无正当理由不得拒收;期限为惯例`, status: 'customary' },
  'waste.lead.supplement':        { row: 'L3', label: '线索补正', duty: 'transferor', from: '退回补正', ...window(wd(3)), clause: '退回补正一次,三个工作日内补齐(惯例)', status: 'customary' },
  'waste.lead.refuse':            { row: 'L4', label: '线索拒收', duty: 'enforcement', from: '线索移送', ...wd(2), clause: `${CITY}第28条:拒收须有正当理由;期限为惯例`, status: 'customary' },
  'waste.lead.designate':         { row: 'L4', label: '指定管辖', duty: 'supervisor', from: '拒收', ...wd(3), clause: '《行政处罚法》第25条:共同上级指定,未定天数;期限为惯例', status: 'customary' },
  'waste.lead.filingFeedback':    { row: 'L6', label: '立案结果反馈', duty: 'enforcement', from: '作出立案决定', ...wd(3), clause: `${CITY}第28条:反馈移送单位;期限为惯例`, status: 'customary' },
  'waste.lead.finalFeedback':     { row: 'L6', label: '处理结果反馈', duty: 'enforcement', from: '结案', ...wd(5), clause: `${CITY}第28条:反馈移送单位;期限为惯例`, status: 'customary' },
  'waste.lead.reverseTransfer':   { row: 'L7', label: '执法向管理移送', duty: 'enforcement', value: '及时', unit: 'text', clause: `${CITY}第28条:及时移送,未定天数`, status: 'verified' },
  'waste.criminal.team':          { row: 'L8', label: '专案组人数', duty: 'agencyHead', value: 2, unit: 'persons', clause: `${CRIMINAL}第5条`, status: 'verified' },
  'waste.criminal.decide':        { row: 'L8', label: '是否移送司法的决定', duty: 'agencyHead', from: '收到专案组报告', ...cd(3), clause: `${CRIMINAL}第5条`, status: 'verified' },
  'waste.criminal.transfer':      { row: 'L8', label: '移送公安', duty: 'enforcement', from: '批准移送', ...hr(24), clause: `${CRIMINAL}第5条`, status: 'verified' },
  'waste.criminal.policeForward': { row: 'L8', label: '公安转送有管辖权的机关', duty: 'police', from: '接受案件', ...hr(24), clause: `${CRIMINAL}第7条`, status: 'verified' },
  'waste.criminal.policeFiling':  { row: 'L8', label: '公安决定是否立案', duty: 'police', from: '接受案件', ...cd(3), clause: `${CRIMINAL}第8条`, status: 'verified' },
  'waste.criminal.reconsider':    { row: 'L8', label: '提请复议或建议立案监督', duty: 'enforcement', from: '收到不予立案通知', ...cd(3), clause: `${CRIMINAL}第9条`, status: 'verified' },
  'waste.criminal.handOver':      { row: 'L8', label: '移交涉案物品', duty: 'enforcement', from: '收到立案通知', ...cd(3), clause: `${CRIMINAL}第12条`, status: 'verified' },
};
