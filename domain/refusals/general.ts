import type { RefusalText } from './text.ts';

/** What any case type may refuse. */
export const general = {
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
  DOCUMENT_NOT_ISSUED: {
    what: '尚未制发“{document}”',
    rule: '文书制发之后方可送达',
    todo: '请先制发文书',
  },
  SERVED_BEFORE_ISSUE: {
    what: '送达时间早于文书制发时间',
    rule: '文书制发之后方可送达',
    todo: '请核对送达时间',
  },
  DOCUMENT_NUMBER_TAKEN: {
    what: '文号“{number}”已被使用',
    rule: '一个文号只能用于一份文书',
    todo: '请核对文号,或留空由系统编号',
  },
  UNKNOWN_PERSON: {
    what: '所选人员不是{unit}的{role}',
    rule: '所列人员须为本单位在岗的{role}',
    todo: '请重新选择人员',
  },
} satisfies Record<string, RefusalText>;
