import type { Ladder } from '../clocks/ladder.ts';
import type { Policy, PolicyRule } from './policy.ts';

const hotline: Readonly<Record<string, PolicyRule>> = {
  'hotline.dispatch': {
    label: '派单',
    value: 2,
    unit: 'officeHours',
    duty: 'centre',
    clause: '派单时限(惯例)',
    status: 'customary',
  },
  'hotline.dispatch.URGENT': {
    label: '紧急派单',
    value: 15,
    unit: 'minutes',
    duty: 'centre',
    clause: '紧急件派单时限(惯例)',
    status: 'customary',
  },
  'hotline.ack': {
    label: '签收',
    value: 4,
    unit: 'officeHours',
    duty: 'unit',
    clause: '签收时限(惯例)',
    status: 'customary',
  },
  'hotline.ack.URGENT': {
    label: '紧急签收',
    value: 30,
    unit: 'minutes',
    duty: 'unit',
    clause: '紧急件签收时限(惯例)',
    status: 'customary',
  },
  'hotline.firstContact': {
    label: '先行联系',
    value: 1,
    unit: 'workingDays',
    duty: 'unit',
    clause: '青夏街〔2022〕22号:一个工作日内先行联系',
    status: 'verified',
  },
  'hotline.handle.CONSULT': {
    label: '办理(咨询、意见建议)',
    value: 1,
    unit: 'workingDays',
    duty: 'unit',
    clause: '12345 工单按事项 1/5/15 个工作日办理',
    status: 'verified',
  },
  'hotline.handle.ASSIST_COMPLAINT': {
    label: '办理(求助、投诉)',
    value: 5,
    unit: 'workingDays',
    duty: 'unit',
    clause: '青夏街〔2022〕22号:五个工作日内首次处置',
    status: 'verified',
  },
  'hotline.unitReview': {
    label: '单位审核',
    value: 1,
    unit: 'workingDays',
    duty: 'unit',
    clause: '办理时限内一个工作日审核(惯例)',
    status: 'customary',
  },
  'hotline.callback': {
    label: '回访',
    value: 3,
    unit: 'workingDays',
    duty: 'callback',
    clause: '逐件回访,三个工作日内(惯例)',
    status: 'customary',
  },
  'hotline.close': {
    label: '办结',
    value: 1,
    unit: 'workingDays',
    duty: 'centre',
    clause: '回访后一个工作日内办结(惯例)',
    status: 'customary',
  },
  'hotline.rework': {
    label: '重办',
    value: 3,
    unit: 'workingDays',
    duty: 'unit',
    clause: '青夏街〔2022〕22号:三个工作日内二次处置',
    status: 'verified',
  },
  'hotline.returnWindow': {
    label: '退单申请',
    value: 1,
    unit: 'workingDays',
    duty: 'unit',
    clause: '派单后一个工作日内退单(各区多用)',
    status: 'recalled',
  },
  'hotline.returnDecision': {
    label: '退单审核',
    value: 4,
    unit: 'officeHours',
    duty: 'centre',
    clause: '退单半个工作日内审核(惯例)',
    status: 'customary',
  },
  'hotline.voidConfirm': {
    label: '作废复核',
    value: 1,
    unit: 'workingDays',
    duty: 'centre',
    clause: '作废由第二人一个工作日内复核(惯例)',
    status: 'customary',
  },
  'hotline.reopenWindow': {
    label: '重新办理期限',
    value: 30,
    unit: 'calendarDays',
    duty: 'party',
    clause: '办结后三十日内再次出现可重新办理(惯例)',
    status: 'customary',
  },
  'hotline.maxReturns': {
    label: '退单次数',
    value: 2,
    unit: 'times',
    duty: 'unit',
    clause: '谨慎退单(青夏街〔2022〕22号),次数为惯例',
    status: 'customary',
  },
  'hotline.maxReworkRounds': {
    label: '重办次数',
    value: 2,
    unit: 'times',
    duty: 'unit',
    clause: '重办次数(惯例)',
    status: 'customary',
  },
  'hotline.callbackAttempts': {
    label: '未接通次数',
    value: 3,
    unit: 'times',
    duty: 'callback',
    clause: '三次未接通按未接通回访(惯例)',
    status: 'customary',
  },
};

const red = { level: 'L2', label: '逾期(红灯)', at: { overdue: true } } as const;

/** Levels of duties counted in days (docs/rules.md 2 and 5). */
const standard: Ladder = [
  { level: 'L0', label: '提醒', at: { share: 50 }, notify: ['responsible'] },
  { level: 'L1', label: '预警(黄灯)', at: { share: 80 }, notify: ['responsible'] },
  { ...red, notify: ['responsible', 'lead'] },
  {
    level: 'L3',
    label: '督办通知',
    at: { lateWorkingDays: 1 },
    notify: ['lead', 'supervisor'],
    sends: true,
  },
];

/** Levels of duties counted in office hours: too short for a reminder at half time. */
const brief: Ladder = standard.filter(({ level }) => level !== 'L0');

/** Levels of urgent duties, in hours round the clock. */
const urgent: Ladder = [
  { level: 'L1', label: '预警(黄灯)', at: { share: 80 }, notify: ['responsible'] },
  { ...red, notify: ['responsible', 'lead'] },
  {
    level: 'L3',
    label: '督办通知',
    at: { lateHours: 1 },
    notify: ['lead', 'supervisor'],
    sends: true,
  },
];

/** A window that simply lapses: nobody is late. */
const window: Ladder = [];

/** The rules of Qingpu district in force from 2024-01-01; each value with the source it rests on. */
export const qingpu2026: Policy = {
  version: 'qingpu-2026.1',
  effectiveFrom: '2024-01-01',
  rules: hotline,
  ladders: { standard, brief, urgent, window },
};
