import type { RefusalText } from './text.ts';

/** What the rules of construction-waste leads refuse. */
export const wasteLead = {
  LEAD_FIELDS_MISSING: {
    what: '线索还缺:{missing}',
    rule: '移送线索须有时间、地点、车辆或点位、行为、证据和建议条款',
    todo: '请补齐后移送',
  },
  LEAD_BOUND: {
    what: '本件已由上级指定管辖,不得退回或拒收',
    rule: '共同上级的指定有约束力(行政处罚法第25条)',
    todo: '请接收后办理',
  },
  SUPPLEMENT_ONCE: {
    what: '本件已退回补正过一次',
    rule: '线索退回补正以一次为限',
    todo: '请接收,或按法定理由拟拒收',
  },
  REFUSAL_PENDING: {
    what: '已有一项拒收待法制审核',
    rule: '一项拒收审核之前不得再提',
    todo: '请等候法制审核',
  },
  NO_REFUSAL_PROPOSED: {
    what: '没有待审核的拒收',
    rule: '拒收由执法受理提出、法制审核决定',
    todo: '请刷新案件后核对',
  },
  REFUSER_CANNOT_REVIEW: {
    what: '提出人不能审核自己提出的拒收',
    rule: '拒收的提出与审核须为不同人员',
    todo: '请由其他法制审核人员审核',
  },
  NOT_FILING_NEEDS_ANOTHER: {
    what: '提出人不能批准自己提出的不予立案',
    rule: '不予立案的提出与批准须为不同人员',
    todo: '请由机关其他负责人审批',
  },
  ACT_NOT_ENDED: {
    what: '违法行为终了日晚于今天',
    rule: '终了日不能在将来;仍在继续的填今天',
    todo: '请更正日期',
  },
  NO_PUBLIC_REPORT: {
    what: '本件不是群众举报',
    rule: '举报核查结果告知举报人(城管执法条例第26条)',
    todo: '无须告知',
  },
  INFORMANT_TOLD: {
    what: '举报人已告知',
    rule: '核查结果告知一次,处理结果随反馈告知',
    todo: '请继续办理',
  },
  INFORMANT_NOT_TOLD: {
    what: '尚未告知举报人',
    rule: '群众举报的核查结果须告知举报人(城管执法条例第26条)',
    todo: '请先“告知举报人”',
  },
  FINAL_RESULT_KNOWN: {
    what: '案件已有处理结果',
    rule: '结果已出的,一并反馈处理结果',
    todo: '请改用“反馈处理结果”',
  },
  NO_FINAL_RESULT: {
    what: '案件尚无处理结果',
    rule: '案件办结之后反馈处理结果',
    todo: '请等候案件办结',
  },
  INFORMANT_REPLY_MISSING: {
    what: '还缺对举报人的告知',
    rule: '处理结果同时告知举报人',
    todo: '请填写“告知举报人”',
  },
  TEAM_TOO_SMALL: {
    what: '专案组仅 {count} 人',
    rule: '专案组不少于 {least} 人(行政执法机关移送涉嫌犯罪案件的规定第5条)',
    todo: '请先列入其他执法人员',
  },
  TEAM_CANNOT_DECIDE: {
    what: '专案组成员不能审批自己的报告',
    rule: '报告与审批须为不同人员',
    todo: '请由机关其他负责人审批',
  },
  POLICE_FORWARDED_ALREADY: {
    what: '公安转送已登记',
    rule: '公安转送有管辖权的机关一次',
    todo: '请登记立案结果',
  },
  RECONSIDERED_ALREADY: {
    what: '本件已提请复议或立案监督',
    rule: '对不予立案的决定提请一次',
    todo: '请恢复核查',
  },
  VERIFICATION_EXTENDED_ALREADY: {
    what: '核查已延长过一次',
    rule: '核查以延长一次为限',
    todo: '请继续办理',
  },
  VERIFICATION_EXTENDED_TOO_LATE: {
    what: '核查时限已于 {dueAt} 届满,不能再延长',
    rule: '延长须在届满之前',
    todo: '请尽快办理,逾期已记录',
  },
  VERIFICATION_EXTENDED_TOO_LONG: {
    what: '申请延长 {days} 日,超出上限',
    rule: '核查至多延长 {max} 日',
    todo: '请减少天数',
  },
  ASKER_CANNOT_GRANT: {
    what: '申请人不能批准自己的延长申请',
    rule: '延长的申请与批准须为不同人员',
    todo: '请由其他负责人审批',
  },
} satisfies Record<string, RefusalText>;
