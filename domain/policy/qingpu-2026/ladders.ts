import type { Ladder, LevelSpec } from '../../clocks/ladder.ts';

const warn: LevelSpec = {
  level: 'L1',
  label: '预警(黄灯)',
  at: { share: 80, early: { longFrom: 3, officeHoursOfShort: 2 } },
  notify: ['responsible'],
};
const red: LevelSpec = {
  level: 'L2',
  label: '逾期(红灯)',
  at: { overdue: true },
  notify: ['responsible', 'lead'],
};
const supervise = {
  level: 'L3',
  label: '督办通知',
  notify: ['lead', 'supervisor'],
  sends: true,
} as const;

const circulate = {
  level: 'L4',
  label: '通报、现场督导',
  notify: ['supervisor', 'leadership'],
} as const;
const listed = {
  level: 'L5',
  label: '建议挂牌督办、约谈',
  notify: ['supervisor', 'leadership'],
} as const;

/** Duties counted in days: at half time, at 80 % and a working day before, at the end, then one, three and five working days later. */
const standard: Ladder = [
  { level: 'L0', label: '提醒', at: { share: 50 }, notify: ['responsible'] },
  warn,
  red,
  { ...supervise, at: { lateWorkingDays: 1 } },
  { ...circulate, at: { lateWorkingDays: 3 } },
  { ...listed, at: { lateWorkingDays: 5 } },
];

/** Duties counted in office hours: too short for a reminder at half time. */
const brief: Ladder = standard.filter(({ level }) => level !== 'L0');

/** Urgent duties, in hours round the clock. */
const urgent: Ladder = [
  warn,
  red,
  { ...supervise, at: { lateHours: 1 } },
  { ...circulate, at: { lateHours: 3 } },
  { ...listed, at: { lateHours: 5 } },
];

/** Alarms: unanswered, they climb by quarters of an hour. */
const alarm: Ladder = [
  warn,
  red,
  { ...supervise, at: { lateHours: 0.25 } },
  { ...circulate, at: { lateHours: 0.5 } },
  { ...listed, at: { lateHours: 1 } },
];

/** A level that a supervisor leaves unanswered: the next one comes at once. */
const escalation: Ladder = [
  { ...circulate, at: { overdue: true } },
  { ...listed, at: { lateWorkingDays: 1 } },
];

/** The same of an urgent case, in hours round the clock. */
const urgentEscalation: Ladder = [
  { ...circulate, at: { overdue: true } },
  { ...listed, at: { lateHours: 1 } },
];

/** What is missed for good at its end: red at once, with the next duty climbing instead. */
const missed: Ladder = [red];

/** A window that simply lapses: nobody is late. */
const window: Ladder = [];

export const ladders: Readonly<Record<string, Ladder>> = {
  standard,
  brief,
  urgent,
  alarm,
  escalation,
  urgentEscalation,
  missed,
  window,
};
