import { setTimeout as wait } from 'node:timers/promises';
import { LEVEL_REACHED } from '../../domain/case-state.ts';
import type { CaseDetail, TimelineEntry } from './answers.ts';
import type { Client } from './client.ts';
import type { Opened } from './opening.ts';
import { clockTime } from './story.ts';
import { DISPATCHER } from './walks.ts';

/** How long the red level is waited for, in milliseconds: the ticket falls due a minute after it was opened. */
const WATCH_FOR = 90_000;
const LOOK_EVERY = 500;

/** The red level of the clock that is watched: when it is due, and the entry that recorded it. */
interface RedLevel {
  readonly label: string;
  readonly dueAt: string;
  readonly running: boolean;
  readonly recorded?: TimelineEntry;
}

export function redLevelOf({ clocks, timeline }: CaseDetail): RedLevel | undefined {
  const clock = clocks.find((one) => one.clock === 'dispatch' && one.round === 1);
  const level = clock?.levels.find((one) => one.level === 'L2');
  if (!clock || !level) return undefined;
  const recorded = timeline.find(
    (entry) =>
      entry.type === LEVEL_REACHED && entry.clock === clock.label && entry.label === level.label,
  );
  return {
    label: `${clock.label} ${level.label}`,
    dueAt: level.at,
    running: clock.status === 'running',
    ...(recorded && { recorded }),
  };
}

/** Waits until the breach is in the timeline and returns the line to print; nobody's command is needed for it. */
export async function watchBreach(
  client: Client,
  opened: Opened,
  live: (text: string) => void,
): Promise<string> {
  const until = performance.now() + WATCH_FOR;
  for (;;) {
    const level = redLevelOf(await client.readCase(DISPATCHER, opened.caseId));
    if (!level) return `${opened.number} 没有派单时限,无从观察`;
    if (level.recorded) return recordedLine(opened.number, level.label, level.recorded);
    if (!level.running) return `${opened.number} 在到期前已由人派单,没有超时`;
    if (performance.now() > until) {
      return `${opened.number} 应于 ${clockTime(level.dueAt)} 记录“${level.label}”,至今没有:请查看 .data/logs 中 worker 的日志`;
    }
    const left = Math.ceil((Date.parse(level.dueAt) - Date.now()) / 1000);
    live(
      `${opened.number} 派单时限 15 分钟 ${left > 0 ? `还剩 ${left} 秒` : '已到,等待系统记录'} …`,
    );
    await wait(LOOK_EVERY);
  }
}

function recordedLine(number: string, label: string, { at, dueAt }: TimelineEntry): string {
  const late = dueAt ? Date.parse(at) - Date.parse(dueAt) : 0;
  return `${number} ${label}:应于 ${clockTime(dueAt ?? at)},记录于 ${at.slice(5, -6).replace('T', ' ')},晚 ${(late / 1000).toFixed(2)} 秒`;
}
