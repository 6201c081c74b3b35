import type { RefusalText } from './text.ts';

/** What supervision orders and escalations refuse. */
export const oversight = {
  SUPERVISION_ORDER_OPEN: {
    what: '督办单 {orders} 尚未销号',
    rule: '督办未结的案件不得办结、合并或作废',
    todo: '请先答复督办单,由督办员销号',
  },
  NO_ORDER_TO_REPLY: {
    what: '没有待答复的督办单',
    rule: '一份督办单答复一次,退回后可再答复',
    todo: '请核对督办单号',
  },
  NO_REPLY_TO_DECIDE: {
    what: '没有待审核的督办答复',
    rule: '督办单答复之后方可销号或退回',
    todo: '请等候承办单位答复',
  },
  REPLIER_CANNOT_DECIDE: {
    what: '答复人不能审核自己的督办答复',
    rule: '督办的答复与销号须为不同人员',
    todo: '请由其他督办员审核',
  },
  ORDER_NEEDS_DATE: {
    what: '市督办、领导批示须填明答复期限',
    rule: '上级交办的,以交办载明的日期为准',
    todo: '请填写答复期限',
  },
  DATE_NOT_AHEAD: {
    what: '“{title}”须晚于今天',
    rule: '期限不能定在今天或以前',
    todo: '请另定日期',
  },
  SAME_LEAD: {
    what: '该单位已是本件的主办单位',
    rule: '改派须为另一单位',
    todo: '请选择其他单位',
  },
} satisfies Record<string, RefusalText>;
