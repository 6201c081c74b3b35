import type { RefusalText } from './text.ts';

/** What ties between cases may be refused for. */
export const links = {
  CONVERSION_CYCLE: {
    what: '本件由“{type}”转来,不能再转回',
    rule: '转办不得循环',
    todo: '请在原件中继续办理,或由督办员协调',
  },
  CONVERTED_ALREADY: {
    what: '本件已转为“{type}”',
    rule: '同一事项对同一类案件只转办一次',
    todo: '请在已转出的案件中办理',
  },
  LINKED_ALREADY: {
    what: '本件已有此类关联',
    rule: '一件案件只并入一件、只归入一组',
    todo: '请先解除原关联',
  },
  LINKED_TO_ITSELF: {
    what: '不能与本件自身关联',
    rule: '关联须为另一件案件',
    todo: '请核对案件编号',
  },
  LINKED_TO_OTHER_TYPE: {
    what: '所填案件是“{type}”',
    rule: '合并、同诉、重复只在同类案件之间',
    todo: '请核对案件编号;转为他类案件请用转办',
  },
  LINK_NOT_POSSIBLE: {
    what: '所填案件现为“{state}”,不能建立此关联',
    rule: '关联须双方所处环节允许',
    todo: '请核对案件编号',
  },
  NOT_LINKED: {
    what: '本件没有可解除的关联',
    rule: '只能解除仍有效的关联',
    todo: '请刷新案件后核对',
  },
} satisfies Record<string, RefusalText>;
