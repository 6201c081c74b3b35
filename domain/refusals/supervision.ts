import type { RefusalText } from './text.ts';

/** What the rules of supervision matters refuse. */
export const supervision = {
  SUBJECT_UNKNOWN: {
    what: '尚未确定被督查的{kind}',
    rule: '督查须有明确的对象',
    todo: '请先确定督查对象',
  },
  SUBJECT_KNOWN: {
    what: '督查对象已确定',
    rule: '一件督查事项只对一个对象',
    todo: '对其他对象请另行立项',
  },
  RUNG_NOT_FOR_SUBJECT: {
    what: '“{rung}”不用于{kind}',
    rule: '对单位、对企业各有其督查方式',
    todo: '请选择适用的方式',
  },
  RUNG_NOT_UPWARD: {
    what: '现为“{present}”,不能再用“{rung}”',
    rule: '督查只逐级上升',
    todo: '请采取更高一级的方式',
  },
  RUNG_NEEDS_ANOTHER: {
    what: '提出人不能批准自己的提议',
    rule: '通报以上须由另一人批准',
    todo: '请由其他领导批准',
  },
  NO_INTERVIEW_DUE: {
    what: '没有待进行的约谈',
    rule: '约谈经批准之后进行一次',
    todo: '请刷新事项后核对',
  },
  INTERVIEW_NOT_HELD: {
    what: '约谈尚未进行',
    rule: '约谈之后报送整改方案',
    todo: '请等候约谈',
  },
  UNIT_ANSWERS_ITSELF: {
    what: '整改情况须由被督查单位报送',
    rule: '督查员只代为登记企业的整改情况',
    todo: '请等候该单位报送',
  },
  WRITTEN_ANSWER_MISSING: {
    what: '“{rung}”须有书面反馈',
    rule: '约谈后报整改方案,问责建议须书面反馈',
    todo: '请填写书面反馈',
  },
  REPORTER_CANNOT_VERIFY: {
    what: '报送人不能核查、销号自己报送的整改',
    rule: '整改的报送与核查须为不同人员',
    todo: '请由其他督查员办理',
  },
  ISSUER_CANNOT_CLOSE: {
    what: '签发人不能销号',
    rule: '督查的签发与销号须为不同人员',
    todo: '请由其他督查员销号',
  },
  REEXAM_PENDING: {
    what: '督查复核尚未答复',
    rule: '复核答复之前不升级、不销号(政府督查工作条例第17条)',
    todo: '请先答复复核',
  },
  REEXAM_WINDOW_OPEN: {
    what: '申请复核的期限尚未届满',
    rule: '收到督查结论三十日内可申请复核(政府督查工作条例第17条)',
    todo: '请等候期满,或由该单位表示不申请',
  },
  REEXAM_WINDOW_OVER: {
    what: '现在不能申请督查复核',
    rule: '收到督查结论三十日内申请一次(政府督查工作条例第17条)',
    todo: '请按督查结论整改',
  },
  NO_REEXAM_ASKED: {
    what: '没有待答复的督查复核',
    rule: '复核由被督查单位先行申请',
    todo: '请刷新事项后核对',
  },
  APPROVER_CANNOT_REEXAMINE: {
    what: '批准人不能复核自己批准的结论',
    rule: '督查的批准与复核须为不同人员',
    todo: '请由其他领导复核',
  },
} satisfies Record<string, RefusalText>;
