import type { RefusalText } from './text.ts';

/** What the rules of construction-waste cases refuse once a penalty is to be told, served, contested or performed. */
export const wastePerformance = {
  SURCHARGE_DIFFERS: {
    what: '至缴款日应缴加处罚款 {due} 元',
    rule: '逾期每日按未缴罚款的百分之三加处,不超过罚款数额,复议、诉讼期间不计(《行政处罚法》第72、73条)',
    todo: '请按该数额一并登记;没有的不填',
  },
  NO_FINE: {
    what: '本案没有罚款',
    rule: '该操作只用于罚款',
    todo: '请改用相应的操作',
  },
  FINE_ANNOUNCED: {
    what: '本案告知的是罚款',
    rule: '处罚种类须与告知的一致',
    todo: '请改用“作出罚款决定”',
  },
  FINE_TO_PAY: {
    what: '本案有罚款待缴纳',
    rule: '罚款决定书送达后进入履行',
    todo: '请改用“送达罚款决定书”',
  },
  PENALTY_HEAVIER: {
    what: '罚款超出告知的数额',
    rule: '《行政处罚法》第45条:不得因陈述、申辩而给予更重的处罚;告知的数额为 {most} 元',
    todo: '请不超过告知的数额,确需加重的退回补充调查、重新告知',
  },
  NO_PENALTY_DECIDED: {
    what: '本案没有处罚决定',
    rule: '该操作只用于处罚决定',
    todo: '请改用“送达不予处罚决定书”',
  },
  NOT_A_PART: {
    what: '部分缴纳须少于未缴金额 {left} 元',
    rule: '缴清罚款另行登记',
    todo: '请核对金额,或登记缴清',
  },
  DEFERRED_ALREADY: {
    what: '已批准延期、分期缴纳至 {until}',
    rule: '《行政处罚法》第66条:经批准可以暂缓或分期缴纳,批准一次',
    todo: '请按批准的期限执行',
  },
  DEMAND_NOT_OVER: {
    what: '催告期未满',
    rule: '《行政强制法》第54条:催告书送达十日后仍未履行的,方可申请',
    todo: '请先送达催告书并等候期满',
  },
  DEMAND_SERVED_ALREADY: {
    what: '催告书已送达',
    rule: '催告一次',
    todo: '请等候催告期满',
  },
  DISPUTE_OPEN: {
    what: '本案正在复议或诉讼之中',
    rule: '复议、诉讼未结的,不得申请强制执行、结案或归档',
    todo: '请等候复议、诉讼结果',
  },
  NO_DISPUTE: {
    what: '没有正在进行的该项复议或诉讼',
    rule: '结果须对应已受理的复议、诉讼',
    todo: '请刷新案件后核对',
  },
  STILL_APPEALABLE: {
    what: '当事人仍可申请复议或起诉',
    rule: '《行政强制法》第53条:法定期限内不申请复议或者提起诉讼,又不履行的,方可申请强制执行',
    todo: '请等候期限届满',
  },
  NO_PENALTY_TO_CONTEST: {
    what: '没有已送达的处罚决定',
    rule: '对处罚决定可以申请复议或起诉',
    todo: '请刷新案件后核对',
  },
  REMEDY_TOO_LATE: {
    what: '期限已于 {last} 届满',
    rule: '《行政复议法》第20条六十日;《行政诉讼法》第45、46条十五日、六个月',
    todo: '请核对受理情况',
  },
  CONTESTED_ALREADY: {
    what: '本案已有复议或诉讼',
    rule: '同一决定复议、诉讼各一次',
    todo: '请刷新案件后核对',
  },
  COURT_ACCEPTED: {
    what: '法院已受理',
    rule: '法院受理登记一次',
    todo: '请等候裁定',
  },
  COURT_NOT_ACCEPTED: {
    what: '法院尚未受理',
    rule: '《行政强制法》第56、57条:受理之后作出裁定',
    todo: '请先登记法院受理',
  },
  NOTHING_TO_RECTIFY: {
    what: '没有需要改正的事项',
    rule: '《行政处罚法》第28条:责令当事人改正违法行为',
    todo: '请刷新案件后核对',
  },
  RECTIFICATION_ORDERED: {
    what: '已责令改正',
    rule: '责令改正一次',
    todo: '请核实改正情况',
  },
  SUBSTITUTE_NOT_DEMANDED: {
    what: '尚未催告代履行',
    rule: '《行政强制法》第51条:代履行三日前催告,须立即清除的除外',
    todo: '请先催告',
  },
  SUBSTITUTE_TOO_SOON: {
    what: '催告距代履行不足三个工作日',
    rule: '《行政强制法》第51、69条:代履行三个工作日前催告;该日最迟应于 {last} 催告',
    todo: '请另定代履行日期',
  },
  SUBSTITUTE_NOT_YET: {
    what: '代履行定于 {plannedOn},尚未到期',
    rule: '《行政强制法》第51条:按催告的日期代履行',
    todo: '请在当日办理,须立即清除的另行登记',
  },
  NOTHING_TO_PUBLISH: {
    what: '没有需要公开或撤回的处罚决定',
    rule: '《行政处罚法》第48条:处罚决定依法公开,被变更、撤销的撤回',
    todo: '请刷新案件后核对',
  },
  RECTIFICATION_OPEN: {
    what: '改正情况尚未核实',
    rule: '结案须核实改正(惯例)',
    todo: '请核实改正情况或代履行',
  },
  PUBLICATION_OPEN: {
    what: '处罚决定的公开或撤回尚未办理',
    rule: '《行政处罚法》第48条',
    todo: '请先公开、撤回,或批准不予公开',
  },
  FEEDBACK_OPEN: {
    what: '尚未向移送单位反馈',
    rule: '《上海市城市管理行政执法条例》第28条:处理情况反馈移送单位',
    todo: '请先反馈',
  },
  INFORMANT_OPEN: {
    what: '尚未告知举报人核查结果',
    rule: '《上海市城市管理行政执法条例》第26条',
    todo: '请先告知',
  },
  CLOSING_NOT_PROPOSED: {
    what: '执法人员尚未提请结案',
    rule: '结案由执法人员提请、机关负责人批准',
    todo: '请由执法人员提请',
  },
  HAPPENS_BY_ITSELF: {
    what: '该操作由系统到期自动进行',
    rule: '期限届满时自动记录,不能提前进行',
    todo: '请等候期限届满',
  },
} satisfies Record<string, RefusalText>;
