import { useSyncExternalStore } from 'react';
import { type DayNumber, dayOf, MINUTE } from '../../domain/calendar/civil.ts';

const everyMinute = (listener: () => void): (() => void) => {
  const timer = setInterval(listener, MINUTE);
  return () => clearInterval(timer);
};

/** The civil day in Asia/Shanghai; a list left open overnight moves on with it. */
export const useToday = (): DayNumber => useSyncExternalStore(everyMinute, () => dayOf(Date.now()));
