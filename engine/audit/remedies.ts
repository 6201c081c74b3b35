/** What an audit does about a finding by itself; `person` names what is left. */
export type Remedy = 'record' | 'rebuild' | 'tell' | 'person';

const REMEDIES: Readonly<Record<string, Remedy>> = {
  levels: 'record',
  fold: 'rebuild',
  clocks: 'rebuild',
  holders: 'rebuild',
  documents: 'rebuild',
  links: 'rebuild',
  level_fired: 'rebuild',
  head: 'rebuild',
  telling: 'rebuild',
  stray: 'rebuild',
  readable: 'person',
  workflow: 'tell',
  timer: 'tell',
};

export const remedyOf = (rule: string): Remedy => REMEDIES[rule] ?? 'person';

const ADVICE: Readonly<Record<string, string>> = {
  dates: '到期日与当时的规则不符:核对规则版本是否被改动,必要时按规则调整办理',
  chain: '日志与其校验值不符:停止对本件的操作,从备份中核对该件的日志,并报告系统负责人',
  gapless: '日志缺号:从备份中恢复缺少的日志记录后再核对',
  times: '日志时间倒置:核对数据库时钟与备份',
  commands: '操作与日志不对应:从备份中核对该件的操作记录',
  readable: '该件无法读出:核对所用规则版本是否已安装,必要时从备份恢复',
  outbox: '对外发送记录与日志不符:核对该件的通知,必要时人工补发',
  notices: '站内通知与日志不符:通知有关人员',
  life: '在办案件没有时限也无人可办:请督办员查看并督办',
  tasks: '流程反复失败:查看工作进程日志,修复后会自动继续',
};

/** Said of what would have been repaired, had the case's log been whole. */
export const LOG_FIRST = '未作修复:先按本件其他各项修复日志,再核对';

/** What a person has to do about what an audit cannot repair. */
export const adviceOf = (rule: string): string =>
  ADVICE[rule] ?? '自动修复未成功:查看系统日志,必要时从备份恢复';

const LABELS: Readonly<Record<string, string>> = {
  levels: '应有的级别未记录',
  fold: '案件行与日志不符',
  clocks: '时钟行与日志不符',
  holders: '承办单位与日志不符',
  documents: '文书与日志不符',
  links: '关联与日志不符',
  level_fired: '级别登记与日志不符',
  head: '校验值与日志不符',
  telling: '告知记录缺失',
  stray: '无主的数据行',
  readable: '无法读出',
  workflow: '流程未运行或状态不符',
  timer: '计时器不符',
  tasks: '流程反复失败',
  dates: '到期日与规则不符',
  chain: '日志校验值不符',
  gapless: '日志缺号',
  times: '日志时间倒置',
  commands: '操作与日志不对应',
  outbox: '对外发送与日志不符',
  notices: '站内通知与日志不符',
  life: '没有时限也无人可办',
};

/** What a finding is called. */
export const labelOf = (rule: string): string => LABELS[rule] ?? rule;
