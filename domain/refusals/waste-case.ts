import type { RefusalText } from './text.ts';

/** What the rules of construction-waste cases refuse up to the decision. */
export const wasteCase = {
  OFFICER_NOT_ASSIGNED: {
    what: '您不是本案的执法人员',
    rule: '《行政处罚法》第42条:由本案的两名执法人员办理',
    todo: '请由本案执法人员办理,或由机关负责人调整执法人员',
  },
  SECOND_OFFICER_MISSING: {
    what: '第二名执法人员须为本案的另一名执法人员',
    rule: '《行政处罚法》第42条:执法人员不得少于两人',
    todo: '请选择本案的另一名执法人员',
  },
  INVESTIGATOR_CANNOT_REVIEW: {
    what: '调查人员不能审核本案',
    rule: '《行政处罚法》第58条:调查与法制审核须为不同人员',
    todo: '请由未参与调查的法制审核人员办理',
  },
  INVESTIGATOR_CANNOT_HOST: {
    what: '调查人员不能主持听证',
    rule: '《行政处罚法》第64条第4项:听证由非本案调查人员主持',
    todo: '请另行指定听证主持人',
  },
  INVESTIGATOR_CANNOT_APPROVE: {
    what: '调查人员不能审批本案',
    rule: '《行政处罚法》第57条:调查终结后由机关负责人审查决定',
    todo: '请由未参与调查的机关负责人办理',
  },
  HOST_CANNOT_REVIEW: {
    what: '听证主持人不能审核本案',
    rule: '听证主持与法制审核须为不同人员',
    todo: '请由其他法制审核人员办理',
  },
  NOT_THE_HOST: {
    what: '您不是本次听证的主持人',
    rule: '听证由听证通知书载明的主持人主持',
    todo: '请由指定的主持人办理',
  },
  HOST_TOOK_PART: {
    what: '所选主持人参与过本案的调查或审核',
    rule: '《行政处罚法》第64条第4项:听证由非本案调查人员主持',
    todo: '请另选主持人',
  },
  SAME_PERSON_APPROVES: {
    what: '申请人与批准人不能为同一人',
    rule: '申请与批准须为不同人员',
    todo: '请由另一人批准',
  },
  TIME_BARRED: {
    what: '处罚时效已于 {lastDay} 届满',
    rule: '《行政处罚法》第36条:二年内未被发现的不再处罚,危害生命健康、金融安全的为五年',
    todo: '请提请不予立案',
  },
  NOT_PROPOSED: {
    what: '执法人员未提请{proposal}',
    rule: '审批须与执法人员的提请一致',
    todo: '请退回核查或按提请审批',
  },
  SIMPLE_FINE_TOO_HIGH: {
    what: '罚款 {amount} 元超出当场处罚的上限',
    rule: '《行政处罚法》第51条:对个人、单位当场罚款的上限各有规定,本案为 {limit} 元',
    todo: '请按普通程序立案办理',
  },
  WASTE_EXTENSION_EXHAUSTED: {
    what: '本期限不能再延长',
    rule: '本期限只能延长一次,且须在计期之中',
    todo: '请在期限内办理',
  },
  WASTE_EXTENSION_TOO_LATE: {
    what: '期限已于 {dueAt} 届满,不能再延长',
    rule: '延长须在届满之前批准',
    todo: '请尽快办理',
  },
  WASTE_EXTENSION_TOO_LONG: {
    what: '延长 {days} 日超出上限',
    rule: '本期限至多延长 {max} 日',
    todo: '请减少天数',
  },
  DECISION_EXTENSION_OFF: {
    what: '办案期限不予延长',
    rule: '九十日的延长默认不启用({clause})',
    todo: '请在期限内作出决定,鉴定、听证等时间依法扣除',
  },
  NO_SUCH_MEASURE: {
    what: '没有可以这样处理的登记保存或扣押物品',
    rule: '每件措施只处理一次',
    todo: '请核对措施文书号',
  },
  GOODS_HELD: {
    what: '还有 {count} 件登记保存或扣押的物品未处理',
    rule: '《行政强制法》第27、28条:应当及时作出处理决定',
    todo: '请先处理物品',
  },
  NOBODY_TO_INFORM: {
    what: '没有需要告知的举报人',
    rule: '举报核查结果告知一次',
    todo: '请刷新案件后核对',
  },
  NO_FEEDBACK_DUE: {
    what: '没有需要反馈的移送单位',
    rule: '对移送单位各反馈一次',
    todo: '请刷新案件后核对',
  },
  WASTE_ASSISTANCE_OPEN: {
    what: '还有 {count} 个协助单位未出具意见',
    rule: '《上海市城市管理行政执法条例》第29条:协助认定意见出具后方可终结调查',
    todo: '请催办,或撤回协助请求',
  },
  POLICE_NOT_DECLINED: {
    what: '没有公安机关的不予立案决定',
    rule: '《行政执法机关移送涉嫌犯罪案件的规定》第9条:对不予立案决定可提请复议',
    todo: '请刷新案件后核对',
  },
  HANDED_ALREADY: {
    what: '案件已移送公安机关',
    rule: '批准移送之后移送一次',
    todo: '请等候公安机关决定',
  },
  FINE_WITHOUT_AMOUNT: {
    what: '罚款须填明金额,其他处罚不填金额',
    rule: '处罚种类与金额须一致',
    todo: '请核对处罚种类与金额',
  },
  LEGAL_REVIEW_MISSING: {
    what: '本案须先经法制审核',
    rule: '《行政处罚法》第58条:未经法制审核或审核未通过的,不得作出决定',
    todo: '请送法制审核',
  },
  REVIEWED_ALREADY: {
    what: '本案已通过法制审核',
    rule: '同一处理意见审核一次',
    todo: '请继续办理',
  },
  DISCUSSION_MISSING: {
    what: '本案须经集体讨论',
    rule: '《行政处罚法》第57条:情节复杂或重大违法的,由机关负责人集体讨论决定',
    todo: '请提请集体讨论',
  },
  DISCUSSED_ALREADY: {
    what: '本案已经集体讨论',
    rule: '同一处理意见讨论一次',
    todo: '请继续办理',
  },
  HEARING_RIGHT_MISSING: {
    what: '本案须告知听证权利',
    rule: '《行政处罚法》第63条:较大数额罚款、没收、吊销许可等,应当告知当事人有要求听证的权利',
    todo: '请制发告知听证权的告知书',
  },
  DEFENCE_SETTLED: {
    what: '陈述、申辩已经了结',
    rule: '《行政处罚法》第45条:当事人在期限内陈述、申辩',
    todo: '请继续办理',
  },
  NO_DEFENCE_RAISED: {
    what: '当事人没有提出陈述、申辩',
    rule: '《行政处罚法》第45条:对当事人提出的事实、理由和证据进行复核',
    todo: '请刷新案件后核对',
  },
  DEFENCE_UNSETTLED: {
    what: '陈述、申辩期未满,或其意见尚未复核',
    rule: '《行政处罚法》第44、45、62条:未听取陈述、申辩不得作出决定,明确放弃的除外',
    todo: '请等候期满,复核意见,或登记书面放弃',
  },
  NO_HEARING_RIGHT: {
    what: '当事人没有可以行使的听证权利',
    rule: '《行政处罚法》第64条第1项:告知后五个工作日内提出',
    todo: '请刷新案件后核对',
  },
  HEARING_UNSETTLED: {
    what: '要求听证的期限未满,或听证尚未举行',
    rule: '《行政处罚法》第63、64条:当事人要求听证的,应当组织听证',
    todo: '请等候期满,举行听证,或登记书面放弃',
  },
  HEARING_TOO_SOON: {
    what: '通知距听证不足七个工作日',
    rule: '《行政处罚法》第64条第2项:举行听证的七个工作日前通知;该日听证最迟应于 {last} 通知',
    todo: '请另定听证日期并重新通知',
  },
  HEARING_NOT_NOTIFIED: {
    what: '听证通知书尚未送达',
    rule: '《行政处罚法》第64条第2项:通知当事人听证的时间、地点',
    todo: '请先制发并送达听证通知书',
  },
  HEARING_NOT_YET: {
    what: '听证定于 {heldOn},尚未到期',
    rule: '听证在通知的日期举行',
    todo: '请在听证当日办理',
  },
} satisfies Record<string, RefusalText>;
