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

/** What a person has to do about what an audit cannot repair. */
export const adviceOf = (rule: string): string =>
  ADVICE[rule] ?? '自动修复未成功:查看系统日志,必要时从备份恢复';
