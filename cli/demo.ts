import type { Instant } from '../domain/calendar/civil.ts';
import type { CaseDetail } from './demo/answers.ts';
import { type Client, connect } from './demo/client.ts';
import { openAll, type Opened } from './demo/opening.ts';
import { type Life, play } from './demo/life.ts';
import { LIVES } from './demo/lives.ts';
import { storyOf, storyTitled } from './demo/story.ts';
import { summaryOf } from './demo/summary.ts';
import { systemUrl } from './demo/system.ts';
import { readTickets } from './demo/tickets.ts';
import { type Stuck, walk } from './demo/walk.ts';
import { DISPATCHER } from './demo/walks.ts';
import { watchBreach } from './demo/watch.ts';

const TICKETS = 'examples/tickets.csv';

let isLive = false;

/** One line that is written over in a terminal; elsewhere, such as in a log, only its first text is written. */
function showLive(text: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[2K${text}`);
  else if (!isLive) console.log(text);
  isLive = true;
}

function say(text = ''): void {
  if (process.stdout.isTTY && isLive) {
    process.stdout.write('\r\u001b[2K');
    isLive = false;
  }
  console.log(text);
}

const stuckText = (opened: Opened, { step, label, problem }: Stuck): string =>
  `! ${opened.number} 第 ${step} 步“${label}”被拒:${problem.detail ?? problem.code}(${problem.code})。` +
  '案件已被人另行办理,请在控制台中接着办;其余案件不受影响';

/** Prints every walked case and returns all of them. */
async function tell(client: Client, opened: readonly Opened[]): Promise<readonly CaseDetail[]> {
  const details: CaseDetail[] = [];
  for (const one of opened) {
    const detail = await client.readCase(DISPATCHER, one.caseId);
    details.push(detail);
    if (one.ticket.script === undefined) continue;
    for (const line of storyOf(one, detail)) say(line);
    say();
  }
  return details;
}

/** Plays a life and prints its cases. True when a step of it was refused. */
async function tellLife(client: Client, life: Life, base: Instant): Promise<boolean> {
  const { cases, stuck } = await play(client, life, base);
  for (const { detail } of cases) {
    for (const line of storyTitled(`${detail.typeLabel} ${life.title}`, detail)) say(line);
    say();
  }
  if (!stuck) return false;
  const { command, problem } = stuck;
  say(`! ${life.title} 的“${command}”被拒:${problem.detail ?? problem.code}(${problem.code})`);
  return true;
}

async function demo(): Promise<number> {
  const started = performance.now();
  const tickets = readTickets(TICKETS);
  // Where nothing was ever started, waiting for it to come back would only hide that.
  await systemUrl();
  const client = connect(systemUrl, say);
  say(`受理 ${TICKETS} 中的 ${tickets.length} 件工单(重复运行不会重复受理)…`);
  const { base, opened } = await openAll(client, tickets);
  say('按剧本办理:派单、签收、先行联系、提交、审核、回访、办结…');
  let stuck = 0;
  for (const one of opened) {
    const problem = await walk(client, one);
    if (!problem) continue;
    stuck += 1;
    say(stuckText(one, problem));
  }
  for (const one of opened.filter(({ ticket }) => ticket.script === 'breach')) {
    const result = await watchBreach(client, one, showLive);
    say(result);
  }
  say();
  const details = await tell(client, opened);
  for (const life of LIVES) if (await tellLife(client, life, base)) stuck += 1;
  for (const row of summaryOf(details, performance.now() - started)) say(row);
  say(`\n控制台:${await systemUrl()}`);
  return stuck === 0 ? 0 : 1;
}

try {
  process.exitCode = await demo();
} catch (error) {
  console.error(`演示没有完成。${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
