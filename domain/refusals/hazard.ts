import type { RefusalText } from './text.ts';

const PROPERTY = '《上海市住宅物业管理规定》第73条';

/** What the rules of hazards and of spot checks refuse. */
export const hazard = {
  NOT_A_FACADE: {
    what: '本件是户外招牌隐患,不是外墙隐患',
    rule: '外墙与招牌各按自己的等级和程序办理',
    todo: '请选择招牌的相应操作',
  },
  NOT_A_SIGN: {
    what: '本件是外墙隐患,不是户外招牌隐患',
    rule: '外墙与招牌各按自己的等级和程序办理',
    todo: '请选择外墙的相应操作',
  },
  SAME_GRADER: {
    what: '第二定级人不能是本人',
    rule: '定级须由两人进行',
    todo: '请选择另一名检查员',
  },
  OPINION_MISSING: {
    what: '定为“{grade}”缺少检测鉴定机构意见',
    rule: '较大及以上隐患定级须有检测鉴定机构意见',
    todo: '请填写机构意见',
  },
  GRADE_HIGHEST: {
    what: '等级已是“{grade}”,不能再上调',
    rule: '上调须高于现等级',
    todo: '请按现等级办理',
  },
  GRADE_NOT_HIGHER: {
    what: '“{grade}”不高于现等级“{present}”',
    rule: '等级可随时上调;下调须经主管部门同意',
    todo: '请选择更高的等级,或申请下调',
  },
  GRADE_LOWEST: {
    what: '等级已是最低,不能再下调',
    rule: '等级逐级下调',
    todo: '请按现等级办理',
  },
  LOWERING_PENDING: {
    what: '已有下调申请待主管部门审核',
    rule: '一次只审核一项下调申请',
    todo: '请等候审核',
  },
  NO_LOWERING_ASKED: {
    what: '没有待审核的下调申请',
    rule: '下调由镇街申请,主管部门审核',
    todo: '请刷新案件后核对',
  },
  DISMISSAL_BY_SAME: {
    what: '提出非隐患的人员不能自己复核',
    rule: '非隐患须由两人认定',
    todo: '请由另一人复核',
  },
  OTHER_THING: {
    what: '所填隐患不是同一对象的同一部位',
    rule: '只有同一对象、同一部位的隐患可以合并',
    todo: '请核对隐患编号',
  },
  MASTER_OVER: {
    what: '所填隐患已销项或已合并',
    rule: '隐患只并入仍在办理的隐患',
    todo: '请核对隐患编号;复发的请在原隐患中重启',
  },
  CONTROL_IN_PLACE: {
    what: '应急管控已到位',
    rule: '管控到位之后逐日检查,整改或拆除完成方可解除',
    todo: '请登记每日检查',
  },
  NO_CONTROL: {
    what: '本件没有在位的应急管控',
    rule: '每日检查与可控认定以应急管控在位为前提',
    todo: '请先落实应急管控',
  },
  CONTROL_FIRST: {
    what: '等级为“{grade}”,应急管控尚未到位',
    rule: '重大、较大隐患和高风险招牌须先应急管控',
    todo: '请先落实应急管控',
  },
  NOTICE_MISSING: {
    what: '整改通知书尚未签发',
    rule: '整改通知书由分管领导签发后送达',
    todo: '请先签发整改通知书',
  },
  PARTY_UNKNOWN: {
    what: '责任主体不明,不能直接送达',
    rule: '责任主体不明的,整改通知书以公告送达',
    todo: '请公告送达,或查明后重新签发',
  },
  PARTY_KNOWN: {
    what: '责任主体已明,不能以公告代替送达',
    rule: '公告只用于责任主体不明的',
    todo: '请送达责任主体',
  },
  PLAN_MISSING: {
    what: '整改方案尚未提交',
    rule: '一般及以上外墙隐患须先有整改方案',
    todo: '请先提交整改方案',
  },
  PLAN_NOT_NEEDED: {
    what: '本件无须提交整改方案,或方案已提交',
    rule: '轻微外墙隐患与招牌不要求整改方案',
    todo: '请直接整改、自查',
  },
  PAUSE_TOO_LATE: {
    what: '整改期限已届满,不能再停',
    rule: '暂停须在期限届满之前',
    todo: '请尽快整改,逾期已记录',
  },
  NOT_OVERDUE: {
    what: '整改期限尚未届满',
    rule: '逾期不整改的,方可移送执法或代为维修',
    todo: '请督促责任主体按期整改',
  },
  FUND_NOT_LAPSED: {
    what: '业委会七日期限未过,或没有脱落危险',
    rule: `${PROPERTY}:业委会七日内未同意且影响安全的,房管部门可组织维修`,
    todo: '请先提交业委会,或取得鉴定结论',
  },
  REPAIR_NOTICE_UNSERVED: {
    what: '代为维修通知书尚未送达',
    rule: '代为维修须先送达通知书',
    todo: '请先登记送达',
  },
  RECTIFIER_CANNOT_INSPECT: {
    what: '整改、自查人员不能验收',
    rule: '整改与验收须为不同人员',
    todo: '请由其他人员验收',
  },
  CHECKER_CANNOT_CONFIRM: {
    what: '镇街验收人员不能确认销项',
    rule: '镇街验收、主管部门确认,须为不同人员',
    todo: '请由主管部门其他人员确认',
  },
  APPRAISAL_REPORT_MISSING: {
    what: '等级为“{grade}”,缺少检测鉴定报告',
    rule: '较大及以上隐患凭检测鉴定报告验收',
    todo: '请填写报告',
  },
  NOT_SIGNIFICANT: {
    what: '只有较大外墙隐患可以认定为可控',
    rule: '较大隐患整体可控,其他等级须整改消除',
    todo: '请继续整改',
  },
  CONTROLLED_PENDING: {
    what: '已有可控认定申请待主管部门确认',
    rule: '一次只确认一项申请',
    todo: '请等候确认',
  },
  NO_CONTROLLED_ASKED: {
    what: '没有待确认的可控认定申请',
    rule: '可控由镇街申请,主管部门确认',
    todo: '请刷新案件后核对',
  },
  CHECK_NOT_WITHIN_WEEK: {
    what: '下次检查日期不在七日之内',
    rule: '可控隐患每周检查',
    todo: '请填写明天起七日内的日期',
  },
  NO_COST_DUE: {
    what: '没有待追缴的代为维修费用',
    rule: '费用在代为维修完成之后追缴',
    todo: '请刷新案件后核对',
  },
  BATCH_FULL: {
    what: '本批次 {count} 件均已检查',
    rule: '每批次按下达的数量检查',
    todo: '请由他人复核结束本批次',
  },
  INSPECTED_ALREADY: {
    what: '编号 {thing} 在本批次已检查',
    rule: '同一批次每件只检查一次',
    todo: '请核对编号',
  },
  BATCH_INCOMPLETE: {
    what: '本批次 {count} 件中已检查 {done} 件',
    rule: '全部检查之后方可结束',
    todo: '请继续检查',
  },
  INSPECTOR_CANNOT_CLOSE_BATCH: {
    what: '抽检人员不能结束自己检查的批次',
    rule: '抽检与复核结束须为不同人员',
    todo: '请由其他人员复核',
  },
} satisfies Record<string, RefusalText>;
