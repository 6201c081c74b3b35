import type { Counting } from './rule.ts';

const days = (unit: 'workingDays' | 'calendarDays', value: number): Counting => ({
  limit: { unit, value },
  roll: 'forward',
});

const months = (value: number): Counting => ({ limit: { unit: 'months', value }, roll: 'forward' });

const officeHours = (value: number): Counting => ({
  limit: { unit: 'officeHours', value },
  roll: 'none',
});

/**
 * What a rule may say and today's policy does not, so that a policy that comes to say it finds it
 * already held.
 */
export const shapes: readonly Counting[] = [
  { ...days('workingDays', 5), ends: 'counter' },
  { ...days('workingDays', 15), internal: { unit: 'workingDays', value: 10 } },
  { ...days('workingDays', 2), roll: 'backward', begins: 'nextWorkingDay', ends: 'counter' },
  { ...days('calendarDays', 3), roll: 'backward' },
  { ...days('calendarDays', 15), roll: 'backward', begins: 'nextWorkingDay' },
  { ...days('calendarDays', 30), internal: { unit: 'calendarDays', value: 20 }, ends: 'counter' },
  { ...days('calendarDays', 5), roll: 'none', ends: 'counter', begins: 'nextWorkingDay' },
  { ...months(1), begins: 'nextWorkingDay', ends: 'counter' },
  { ...months(2), roll: 'backward', internal: { unit: 'months', value: 1 } },
  { ...officeHours(6), begins: 'nextWorkingDay' },
  { ...officeHours(8), internal: { unit: 'officeHours', value: 3 } },
  {
    limit: { unit: 'hours', value: 24 },
    roll: 'none',
    internal: { unit: 'hours', value: 12 },
  },
];
