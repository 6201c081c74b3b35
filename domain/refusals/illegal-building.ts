import type { RefusalText } from './text.ts';

/** What the rules of illegal buildings refuse. */
export const illegalBuilding = {
  REPORTER_NOT_TOLD: {
    what: '尚未告知举报人',
    rule: '接到举报之日起一个月内告知处理结果(拆违规定第5条)',
    todo: '请先“告知举报人”',
  },
  NO_REPORTER: {
    what: '本件没有举报人',
    rule: '只有举报、热线、信访来的须告知举报人',
    todo: '请继续办理',
  },
  REPORTER_TOLD: {
    what: '举报人已告知',
    rule: '处理结果告知一次',
    todo: '请继续办理',
  },
  NOT_ILLEGAL_BY_SAME: {
    what: '提出人不能确认自己提出的“非违建”',
    rule: '非违建须由两人认定',
    todo: '请由其他负责人确认',
  },
  BUILDING_OVER: {
    what: '所填案件已经结束',
    rule: '只并入仍在办理的案件',
    todo: '请核对案件编号;复建的请在原案件中重启',
  },
  BUILDINGS_HANG: {
    what: '已有 {count} 件并入本件',
    rule: '已有案件并入的,不再并入他件',
    todo: '请先撤销这些合并',
  },
  SAME_OFFICER: {
    what: '第二执法人员不能是本人',
    rule: '执法人员不得少于两人(行政处罚法第42条)',
    todo: '请选择另一名执法人员',
  },
  NOT_ONGOING: {
    what: '现场不是在建',
    rule: '责令停工、立即强制拆除只用于在建违法建筑(拆违规定第11条)',
    todo: '请按存量违法建筑认定',
  },
  STOP_FIRST: {
    what: '在建违法建筑尚未责令停工',
    rule: '在建的先责令停止建设(拆违规定第11条)',
    todo: '请先“责令停工”',
  },
  CLASSIFIER_CANNOT_DECIDE: {
    what: '认定人不能决定自己认定的案件',
    rule: '调查认定与决定须为不同人员',
    todo: '请由其他负责人决定',
  },
  BUILDER_UNKNOWN: {
    what: '当事人不明,不能直接送达',
    rule: '当事人不明的以公告送达,不少于十日(拆违规定第8、9条)',
    todo: '请公告送达',
  },
  BUILDER_KNOWN: {
    what: '当事人已明,不能以公告代替送达',
    rule: '公告只用于当事人不明的',
    todo: '请送达当事人',
  },
  SELF_REMOVAL_RUNNING: {
    what: '自行拆除期限尚未届满',
    rule: '期满不拆除的才催告',
    todo: '请等候期满',
  },
  REMEDY_NOT_OPEN: {
    what: '现在没有可以登记的复议、诉讼',
    rule: '自收到决定之日起六个月内可复议、起诉,一个决定登记一次',
    todo: '请核对决定书的送达与期限',
  },
  REMEDY_OPEN: {
    what: '复议、起诉期限未满,或尚未催告',
    rule: '当事人在法定期限内不复议、不诉讼又不拆除的,方可强制拆除(行政强制法第44条)',
    todo: '请等候期满或裁判结果',
  },
  REMOVAL_INCOMPLETE: {
    what: '拆除的少于认定的({area} 平方米、{buildings} 处)',
    rule: '全部拆除后方可报销项',
    todo: '请继续拆除;认定有误的请重新认定',
  },
  REMOVAL_ONLY: {
    what: '“{class}”只能以拆除销项',
    rule: '补证、转性、政策途径只用于可改正的、历史遗留的',
    todo: '请拆除;认定有误的请重新认定',
  },
  ROUTE_NOT_ALLOWED: {
    what: '“{class}”不适用“{route}”',
    rule: '可改正的补办许可;历史遗留的可补证、转性、政策销项',
    todo: '请选择适用的途径',
  },
  RECORDER_CANNOT_SIGN: {
    what: '登记人不能确认自己登记的结果',
    rule: '销项的登记与确认须为不同人员',
    todo: '请由拆违办其他经办确认',
  },
  NOT_ON_CITY_LIST: {
    what: '在建违法建筑不在市库',
    rule: '市库只列存量违法建筑',
    todo: '请直接归档',
  },
  CITY_CONFIRMED_ALREADY: {
    what: '市库销项已经确认',
    rule: '市库确认登记一次',
    todo: '请归档',
  },
  CITY_CONFIRMATION_MISSING: {
    what: '市库尚未确认销项',
    rule: '区级销项与市库销项是两件事,都有了才归档',
    todo: '请先登记市库销项',
  },
} satisfies Record<string, RefusalText>;
