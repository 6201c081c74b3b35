import { dayOf, HOUR, MINUTE, DAY } from '../../domain/calendar/civil.ts';
import type { Light } from '../server/contract.ts';
import { dateText as dateOf, timeText } from '../../domain/calendar/text.ts';

/** `2026-11-30(一)`: lists are narrow. */
const dateText = (day: number): string => dateOf(day).replace('周', '');

/** `11-30(一) 17:00`, with the year when it is not the year of `asOf`. */
export function momentText(iso: string, asOf = new Date().toISOString()): string {
  const instant = Date.parse(iso);
  const date = dateText(dayOf(instant));
  const sameYear = date.slice(0, 4) === dateText(dayOf(Date.parse(asOf))).slice(0, 4);
  return `${sameYear ? date.slice(5) : date} ${timeText(instant)}`;
}

/** `2026-11-23(一) 17:00:05`: for what is looked at because of the very second. */
export const exactText = (iso: string): string =>
  `${dateText(dayOf(Date.parse(iso)))} ${iso.slice(11, 19)}`;

/**
 * How far `due` is from `asOf`, rounded down to what a glance needs: `超 2时10分`, `剩 3天`. Due dates
 * are internal: past one, a light that is not red says that the legal date is still ahead.
 */
export function leftText(light: Light, due: string, asOf: string): string {
  const left = Date.parse(due) - Date.parse(asOf);
  const word = left > 0 ? '剩' : light === 'red' ? '超' : '内控超';
  return `${word} ${spanText(Math.abs(left))}`;
}

function spanText(ms: number): string {
  const days = Math.floor(ms / DAY);
  const hours = Math.floor(ms / HOUR) % 24;
  const minutes = Math.floor(ms / MINUTE) % 60;
  if (days >= 3 || (days > 0 && hours === 0)) return `${days}天`;
  if (days > 0) return `${days}天${hours}时`;
  if (hours === 0) return `${minutes}分`;
  return minutes === 0 ? `${hours}时` : `${hours}时${minutes}分`;
}
