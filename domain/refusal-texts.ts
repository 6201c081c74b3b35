/** Why a command was refused. Closed: a new code without its Chinese text does not compile. */
export type RejectionCode =
  | 'UNKNOWN_CASE_TYPE'
  | 'UNKNOWN_COMMAND'
  | 'UNKNOWN_UNIT'
  | 'FORBIDDEN_ROLE'
  | 'FOREIGN_UNIT'
  | 'WRONG_STATE'
  | 'INVALID_INPUT'
  | 'VERSION_CONFLICT'
  | 'COMMAND_ID_REUSED'
  | 'CASE_NOT_FOUND'
  | 'NO_TARGET'
  | 'RETURN_WINDOW_OVER'
  | 'BOUND_BY_DIRECTED_DISPATCH'
  | 'SECOND_RETURN_NEEDS_LEAD'
  | 'RETURN_NEEDS_COORDINATION'
  | 'HANDLER_CANNOT_REVIEW'
  | 'HANDLER_CANNOT_CALL_BACK'
  | 'HANDLER_CANNOT_CLOSE'
  | 'SAME_PERSON'
  | 'EVIDENCE_MISSING'
  | 'ATTEMPTS_MISSING'
  | 'REWORK_EXHAUSTED'
  | 'REWORK_LEFT'
  | 'REOPEN_WINDOW_OVER'
  | 'HOLDS_ALREADY'
  | 'NOBODY_ASSISTS'
  | 'ASSISTS_NOT'
  | 'ASSISTANCE_OPEN'
  | 'EXTENSION_TOO_LATE'
  | 'EXTENSION_TOO_LONG'
  | 'EXTENSION_PENDING'
  | 'EXTENSIONS_EXHAUSTED'
  | 'NO_EXTENSION_ASKED'
  | 'REQUESTER_CANNOT_APPROVE'
  | 'SUSPENSION_TOO_LATE';

export interface RefusalText {
  /** What is wrong. */
  readonly what: string;
  /** The rule it rests on. */
  readonly rule: string;
  /** What to do. */
  readonly todo: string;
}

/** What people read, by code; `{name}` is filled from the refusal's details. */
export const REFUSAL_TEXTS: Readonly<Record<RejectionCode, RefusalText>> = {
  UNKNOWN_CASE_TYPE: {
    what: '没有案件类型“{type}”',
    rule: '案件类型须为已发布的类型:{allowed}',
    todo: '请改用列出的类型之一',
  },
  UNKNOWN_COMMAND: {
    what: '{type}没有“{command}”这一操作',
    rule: '只能使用案件类型中定义的操作',
    todo: '请从案件的“下一步”中选择',
  },
  UNKNOWN_UNIT: {
    what: '单位“{unit}”不存在或已停用',
    rule: '承办单位须在组织机构表中',
    todo: '请重新选择承办单位',
  },
  FORBIDDEN_ROLE: {
    what: '当前账号无权进行“{command}”',
    rule: '“{command}”由{roles}进行',
    todo: '请由有权人员操作',
  },
  FOREIGN_UNIT: {
    what: '案件不由本单位承办',
    rule: '各单位只能办理派给本单位的案件',
    todo: '如需承办,请联系派单员改派',
  },
  WRONG_STATE: {
    what: '案件现为“{state}”,不能进行“{command}”',
    rule: '“{command}”只能在以下环节进行:{allowed}',
    todo: '请刷新案件后按“下一步”办理',
  },
  INVALID_INPUT: {
    what: '“{title}”填写有误:{problem}',
    rule: '填写内容须符合该项要求',
    todo: '请修改后重新提交',
  },
  VERSION_CONFLICT: {
    what: '他人已更新案件(现为第 {current} 版,您看到的是第 {expected} 版)',
    rule: '不能覆盖他人已保存的内容',
    todo: '请刷新后核对再提交',
  },
  COMMAND_ID_REUSED: {
    what: '操作编号已用于另一项内容',
    rule: '同一操作编号只能对应同一内容',
    todo: '请换新的操作编号重新提交',
  },
  CASE_NOT_FOUND: {
    what: '没有这件案件,或您无权查看',
    rule: '各单位只能查看派给本单位的案件',
    todo: '请核对编号',
  },
  NO_TARGET: {
    what: '“{unit}”没有可接收的{role}',
    rule: '派单须有人接收',
    todo: '请先为该单位配置人员,或改派其他单位',
  },
  RETURN_WINDOW_OVER: {
    what: '退单期限已过(截至 {dueAt})',
    rule: '派单后 {limit}内可申请退单',
    todo: '请继续办理;确有困难可联系派单员',
  },
  BOUND_BY_DIRECTED_DISPATCH: {
    what: '本件为签派,不得退单',
    rule: '退单未获同意或指定承办后,承办单位须办理',
    todo: '请继续办理',
  },
  SECOND_RETURN_NEEDS_LEAD: {
    what: '第二次退单须由分管领导提出',
    rule: '同一工单再次退单由承办单位分管领导签批',
    todo: '请由本单位分管领导操作',
  },
  RETURN_NEEDS_COORDINATION: {
    what: '这是第 {limit} 次退单,不能直接改派',
    rule: '退单满 {limit} 次的转疑难会商,会商结论有约束力',
    todo: '请选择“同意退单,转会商”,或不同意退单',
  },
  HANDLER_CANNOT_REVIEW: {
    what: '承办人不能审核自己的办理结果',
    rule: '办理与审核须为不同人员',
    todo: '请由本单位其他人员审核',
  },
  HANDLER_CANNOT_CALL_BACK: {
    what: '办理过本件的人员不能回访',
    rule: '回访由未参与办理的回访员进行',
    todo: '请由其他回访员操作',
  },
  HANDLER_CANNOT_CLOSE: {
    what: '办理过本件的人员不能办结',
    rule: '承办与办结须为不同人员',
    todo: '请由其他派单员办结',
  },
  SAME_PERSON: {
    what: '提出人不能自己确认',
    rule: '作废须由两人办理',
    todo: '请由另一人确认',
  },
  EVIDENCE_MISSING: {
    what: '“{result}”还缺:{missing}',
    rule: '各类办理结果须附规定的材料说明',
    todo: '请补充后提交',
  },
  ATTEMPTS_MISSING: {
    what: '未接通仅 {count} 次',
    rule: '连续 {limit} 次未接通方可按“未接通”回访',
    todo: '请先登记未接通',
  },
  REWORK_EXHAUSTED: {
    what: '本件已重办 {count} 次',
    rule: '重办以 {limit} 次为限',
    todo: '请提请督办员作疑难认定',
  },
  REWORK_LEFT: {
    what: '本件仅重办 {count} 次,尚可重办',
    rule: '重办满 {limit} 次仍不满意方可作疑难认定',
    todo: '请由回访员退回重办',
  },
  REOPEN_WINDOW_OVER: {
    what: '已过重新办理期限(截至 {dueAt})',
    rule: '办结后 {limit}内可重新办理',
    todo: '请作为新工单受理',
  },
  HOLDS_ALREADY: {
    what: '该单位已是本件的主办或协办单位',
    rule: '同一单位在一件工单中只承担一种责任',
    todo: '请选择其他单位',
  },
  NOBODY_ASSISTS: {
    what: '本件没有未答复的协办单位',
    rule: '只有未答复的协办单位可以免除',
    todo: '请刷新案件后核对',
  },
  ASSISTS_NOT: {
    what: '该单位不是本件未答复的协办单位',
    rule: '免除协办须指明单位',
    todo: '请重新选择单位',
  },
  ASSISTANCE_OPEN: {
    what: '还有 {count} 个协办单位未答复',
    rule: '协办单位均已答复或经派单员逐一免除后方可提交',
    todo: '请催办协办单位,或由派单员免除协办',
  },
  EXTENSION_TOO_LATE: {
    what: '办理期限已于 {dueAt} 届满,不能再申请延期',
    rule: '延期须在届满之前申请',
    todo: '请尽快办理,逾期已记录',
  },
  EXTENSION_TOO_LONG: {
    what: '申请延长 {days} 个工作日,超出上限',
    rule: '本类事项至多延长 {max} 个工作日,合计十五个工作日',
    todo: '请减少天数后重新申请',
  },
  EXTENSION_PENDING: {
    what: '已有一项延期申请待审批',
    rule: '一项申请审批之前不得再申请',
    todo: '请等候派单员审批',
  },
  EXTENSIONS_EXHAUSTED: {
    what: '本件不得再延期',
    rule: '首次办理期限以延长 {limit} 次为限,重办不延期',
    todo: '请继续办理',
  },
  NO_EXTENSION_ASKED: {
    what: '没有待审批的延期申请',
    rule: '延期由承办单位先行申请',
    todo: '请刷新案件后核对',
  },
  REQUESTER_CANNOT_APPROVE: {
    what: '申请人不能审批自己的延期申请',
    rule: '延期的申请与审批须为不同人员',
    todo: '请由其他派单员审批',
  },
  SUSPENSION_TOO_LATE: {
    what: '办理期限已于 {dueAt} 届满,不能再挂起',
    rule: '挂起须在届满之前提出',
    todo: '请尽快办理,逾期已记录',
  },
};
