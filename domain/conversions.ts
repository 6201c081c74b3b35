/** A way from one case type to another: why it is taken, and what the source still owes. */
export interface ConversionRule {
  readonly from: string;
  readonly to: string;
  readonly trigger: string;
  readonly source: string;
}

/**
 * Every conversion that there may be. The source keeps a tie and its own duty to answer; what is not listed here no
 * definition may convert to.
 */
// biome-ignore format: a table reads row by row
export const CONVERSIONS: readonly ConversionRule[] = [
  { from: 'hotline-ticket', to: 'waste-lead', trigger: '反映偷倒、无证运输', source: '期限内答复“线索已移送”,处理结果由案件反馈来电人' },
  { from: 'hotline-ticket', to: 'hazard', trigger: '坠物、招牌松动', source: '应急管控到位(无须管控的,登记之后)并告知来电人即可办结' },
  { from: 'hotline-ticket', to: 'petition', trigger: '坚持书面意见、政策性诉求', source: '信访部门受理之后转出' },
  { from: 'hotline-ticket', to: 'illegal-building', trigger: '反映违法搭建', source: '期限内答复“已转违法建筑处置”,到场时限自接到反映起算,处理结果一个月内告知' },
  { from: 'petition', to: 'waste-lead', trigger: '要求查处违法(信访工作条例第31条第5项)', source: '以查处结果答复信访人' },
  { from: 'petition', to: 'hotline-ticket', trigger: '小额服务事项,信访人同意', source: '关联,不另起六十日' },
  { from: 'petition', to: 'illegal-building', trigger: '要求查处违法搭建(信访工作条例第31条第5项)', source: '以处置结果答复信访人' },
  { from: 'hazard', to: 'waste-lead', trigger: '责任主体拒不整改、逾期', source: '隐患不销项' },
  { from: 'spot-check', to: 'hazard', trigger: '抽检不合格', source: '计入抽检问题清单' },
  { from: 'waste-lead', to: 'waste-case', trigger: '决定立案', source: '立案与处理结果反馈移送单位' },
  { from: 'warning', to: 'hazard', trigger: '属实且须整改', source: '恢复正常即关闭,隐患另行整改' },
  { from: 'waste-case', to: 'supervision-matter', trigger: '多次违法的企业', source: '案件照常办理' },
];
