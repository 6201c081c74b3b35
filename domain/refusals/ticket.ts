import type { RefusalText } from './text.ts';

/** What the rules of 12345 tickets refuse. */
export const ticket = {
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
    what: '本件已多次退单或流转,不能直接改派',
    rule: '退单满 {limit} 次、流转三个单位或同一单位两次的转疑难会商,会商结论有约束力',
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
  UNIT_HAD_IT: {
    what: '本件已派过单,不能直办',
    rule: '直办限于未派单的工单',
    todo: '请派单或转会商',
  },
  CONTACT_ATTEMPTS_MISSING: {
    what: '联系未果仅 {count} 次',
    rule: '连续 {limit} 次未联系上方可按“三次未联系上”登记',
    todo: '请先登记联系未果',
  },
  NOT_URGENT: {
    what: '本件不是紧急件',
    rule: '到场处置、中途汇报限于紧急件',
    todo: '请作办理记录',
  },
  ON_SITE_ALREADY: {
    what: '本件已登记到场',
    rule: '到场处置登记一次',
    todo: '请作办理记录',
  },
  INTERIM_REPORT_MISSING: {
    what: '本件为紧急件,尚无中途汇报',
    rule: '紧急件先期处置、中途汇报后正式处置',
    todo: '请先作中途汇报',
  },
  SECTION_HAS_IT: {
    what: '该科室、居村已在办理本件',
    rule: '同一科室、居村反馈之前不重复派发',
    todo: '请选择其他科室、居村',
  },
  NO_SECTION_HAS_IT: {
    what: '本件没有未反馈的科室、居村',
    rule: '只有未反馈的科室、居村可以免除',
    todo: '请刷新案件后核对',
  },
  SECTION_HAS_IT_NOT: {
    what: '该科室、居村没有未反馈的事项',
    rule: '免除须指明科室、居村',
    todo: '请重新选择',
  },
  SECTION_OPEN: {
    what: '还有 {count} 个科室、居村未反馈',
    rule: '科室、居村均已反馈或经联络员逐一免除后方可提交',
    todo: '请催办科室、居村,或由联络员免除',
  },
  REWORK_NEEDS_LEAD: {
    what: '重办结果由分管领导提交',
    rule: '二次处置由承办单位负责人牵头并附工作记录',
    todo: '请由本单位分管领导提交重办结果',
  },
  NOT_A_REWORK: {
    what: '本件不在重办中',
    rule: '首次办理结果由承办人提交',
    todo: '请由承办人提交办理结果',
  },
  DISSATISFIED_NEEDS_REWORK: {
    what: '{why},不能按正常回访登记',
    rule: '不满意、未联系市民或反馈不实的退回重办;重办用尽的由督办员认定或转会商',
    todo: '请退回重办,或提请督办员处理',
  },
  COORDINATED_ALREADY: {
    what: '本件重办无效后已会商一次',
    rule: '重办无效的会商以一次为限',
    todo: '请作疑难认定',
  },
  NO_UNIT_TO_REOPEN: {
    what: '本件为直办,没有承办单位',
    rule: '直办工单重新办理须另行派单',
    todo: '请选择“重新办理,另行派单”',
  },
  HAZARD_NOT_SAFE: {
    what: '隐患 {cases} 尚未应急管控或登记',
    rule: '转安全隐患的工单,应急管控到位(无须管控的,登记之后)并告知来电人方可办结',
    todo: '请等候隐患案件处置',
  },
  CONVERTED_IS_EXPLAINED: {
    what: '本件已转为 {number},只能按“解释说明”答复',
    rule: '转立案的工单以解释说明并附关联案件答复',
    todo: '请选择“解释说明”,告知来电人关联案件',
  },
  PETITION_NOT_ACCEPTED: {
    what: '信访部门尚未受理',
    rule: '转信访的工单在信访部门受理之后转出',
    todo: '请等候信访部门受理',
  },
  MERGE_OF_HANDLED: {
    what: '本件已办理过,不能合并',
    rule: '合并限于首次办理中的重复件',
    todo: '请标记为重复投诉',
  },
  MERGED_CASES_HANG: {
    what: '工单 {cases} 已并入本件',
    rule: '有重复件并入的主件不得作废、不予受理或再并入他件',
    todo: '请先撤销合并',
  },
  MASTER_CLOSED: {
    what: '主件已办结,不能撤销合并',
    rule: '撤销合并限于主件办结之前',
    todo: '请回访来电人',
  },
  MASTER_OPEN: {
    what: '主件尚未办结',
    rule: '并件在主件办结之后逐件回访',
    todo: '请等候主件办结',
  },
  REPEAT_OF_OPEN: {
    what: '原工单尚未办结',
    rule: '办结之后再次来电的为重复投诉,办结之前的为重复件',
    todo: '请合并到原工单',
  },
} satisfies Record<string, RefusalText>;
