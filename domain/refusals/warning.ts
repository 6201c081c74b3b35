import type { RefusalText } from './text.ts';

/** What the rules of vital-sign warnings refuse. */
export const warning = {
  SHIFT_LEAD_CLOSES: {
    what: '{level}预警须由值班长关闭',
    rule: '红色、橙色预警的关闭由值班长确认',
    todo: '请由值班长办理',
  },
  VERIFIER_CANNOT_REVIEW: {
    what: '核实人不能审核自己认定的误报',
    rule: '误报的认定与审核须为不同人员',
    todo: '请由其他值守员或值班长审核',
  },
  HANDLER_CANNOT_CLOSE_WARNING: {
    what: '处置人不能确认自己处置的结果',
    rule: '预警的处置与关闭须为不同人员',
    todo: '请由其他值守员或值班长办理',
  },
  OTHER_DEVICE: {
    what: '不是同一设备的预警',
    rule: '同一设备的重复触发才能合并',
    todo: '请核对预警编号',
  },
  WARNING_OVER: {
    what: '所选预警已经结束',
    rule: '重复的预警并入仍在办理的预警',
    todo: '请选择在办的预警,或单独办理',
  },
  DUPLICATES_HANG: {
    what: '已有预警并入本件:{cases}',
    rule: '重复的预警随主件统计,主件不再并入他件',
    todo: '请先撤销这些合并',
  },
  TASK_RETURNED_ALREADY: {
    what: '派遣已退回过一次',
    rule: '预警派遣只能退回一次,再次派遣须处置',
    todo: '请先处置;确有争议的由督办员改派',
  },
} satisfies Record<string, RefusalText>;
