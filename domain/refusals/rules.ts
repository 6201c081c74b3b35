import type { RefusalText } from './text.ts';

/** What the publication of rules and their change under open cases may refuse. */
export const rules = {
  EFFECTIVE_TOO_EARLY: {
    what: '生效日期 {effectiveFrom} 过早',
    rule: '新规则最早从次日起生效,并须晚于已有版本的生效日期({newest})',
    todo: '请改用更晚的生效日期',
  },
  VERSION_TAKEN: {
    what: '版本号“{version}”已被使用',
    rule: '每个版本号只对应一份规则,发布后不再修改',
    todo: '请换一个版本号',
  },
  NO_SUCH_VERSION: {
    what: '没有版本“{version}”,或它尚未批准',
    rule: '只能使用已经提出或批准的规则版本',
    todo: '请核对版本号',
  },
  PROPOSER_APPROVES: {
    what: '提出人不能自己批准',
    rule: '规则的提出与批准须为不同人员',
    todo: '请由其他有权人员批准',
  },
  NOT_IN_FORCE: {
    what: '规则自 {effectiveFrom} 起生效',
    rule: '在办案件自新规则生效之日起方可改按新规则办理',
    todo: '请在生效后批准',
  },
  NO_SUCH_CHANGE: {
    what: '没有这次规则调整',
    rule: '规则调整须先提出,再批准',
    todo: '请刷新列表后重试',
  },
  NO_CASES_TO_CHANGE: {
    what: '没有需要调整的在办案件',
    rule: '调整范围内须有未适用“{version}”的案件',
    todo: '请核对范围',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
