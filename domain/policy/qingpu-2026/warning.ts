import type { PolicyRule } from '../policy.ts';
import { alarm, min, missed } from '../row.ts';

const CUSTOM = '体征预警闭环(惯例,全天候)';

/** City vital-sign warnings: four levels, round the clock. A push that is missed is late at once, and an alarm of its own. */
// biome-ignore format: a register reads row by row
export const warning: Readonly<Record<string, PolicyRule>> = {
  'warning.push':          { row: '体征预警', label: '预警推送', duty: 'platform', from: '触发', ...missed(min(1)), clause: `${CUSTOM}:逾时即漏推送并报警`, status: 'customary' },
  'warning.repush':        { row: '体征预警', label: '漏推送后补推送', duty: 'desk', from: '漏推送', ...alarm(min(5)), clause: CUSTOM, status: 'customary' },
  'warning.ack.RED':       { row: '体征预警', label: '红色预警确认', duty: 'desk', from: '推送', ...alarm(min(5)), clause: CUSTOM, status: 'customary' },
  'warning.ack.ORANGE':    { row: '体征预警', label: '橙色预警确认', duty: 'desk', from: '推送', ...alarm(min(10)), clause: CUSTOM, status: 'customary' },
  'warning.ack.YELLOW':    { row: '体征预警', label: '黄色预警确认', duty: 'desk', from: '推送', ...alarm(min(30)), clause: CUSTOM, status: 'customary' },
  'warning.ack.BLUE':      { row: '体征预警', label: '蓝色预警确认', duty: 'desk', from: '推送', ...alarm(min(120)), clause: CUSTOM, status: 'customary' },
  'warning.verify.RED':    { row: '体征预警', label: '红色预警核实', duty: 'desk', from: '推送', ...alarm(min(15)), clause: CUSTOM, status: 'customary' },
  'warning.verify.ORANGE': { row: '体征预警', label: '橙色预警核实', duty: 'desk', from: '推送', ...alarm(min(30)), clause: CUSTOM, status: 'customary' },
  'warning.verify.YELLOW': { row: '体征预警', label: '黄色预警核实', duty: 'desk', from: '推送', ...alarm(min(60)), clause: CUSTOM, status: 'customary' },
  'warning.verify.BLUE':   { row: '体征预警', label: '蓝色预警核实', duty: 'desk', from: '推送', ...alarm(min(240)), clause: CUSTOM, status: 'customary' },
  'warning.review':        { row: '体征预警', label: '误报审核', duty: 'desk', from: '认定误报', ...alarm(min(1_440)), clause: '误报一日内复核并提出阈值调整(惯例)', status: 'customary' },
  'warning.dispatch':      { row: '体征预警', label: '预警派遣', duty: 'desk', from: '核实属实', ...alarm(min(15)), clause: CUSTOM, status: 'customary' },
  'warning.onsite.RED':    { row: '体征预警', label: '红色预警到场', duty: 'unit', from: '派遣', ...alarm(min(30)), clause: CUSTOM, status: 'customary' },
  'warning.recover':       { row: '体征预警', label: '体征恢复', duty: 'unit', from: '派遣', ...alarm(min(1_440)), clause: '派遣后一日内恢复(惯例)', status: 'customary' },
  'warning.close':         { row: '体征预警', label: '预警关闭', duty: 'desk', from: '恢复正常', ...alarm(min(1_440)), clause: '恢复后一日内核对关闭(惯例)', status: 'customary' },
  'warning.pushRate':      { row: '体征预警', label: '推送率', duty: 'platform', value: 100, unit: 'percent', clause: '应急事项预警推送率 100%', status: 'verified' },
};
