import type { CalendarData } from '../../domain/calendar/notice.ts';
import { loadCalendar } from '../../domain/calendar/load-calendar.ts';
import { publishCalendar, rulesForNew } from '../../domain/registry.ts';
import { query } from '../../engine/database.ts';
import { workflowId } from '../../domain/telling.ts';
import { verify } from '../../engine/verify.ts';
import { withYear } from '../support/calendars.ts';
import { ownTemporal } from '../support/own-temporal.ts';
import type { Life } from '../support/life.ts';
import { rowOf } from '../support/log.ts';
import { startSystem, type System } from '../support/system.ts';
import { keep } from '../workflows/histories.ts';

/** Time can only be skipped forward, so lives are lived in years whose notices are made up: 春节 and 国庆 in each. */
function calendarOf(years: readonly number[]): CalendarData {
  const last = withYear(years.at(-1) ?? 2027, {});
  const notices = years.map((year) => withYear(year, {}).notices.slice(-1)).flat();
  return {
    ...last,
    version: 'test-lives.1',
    notices: [...withYear(2027, {}).notices.slice(0, -1), ...notices],
  };
}

export interface Stage {
  readonly system: System;
  /** Moves the whole system's clock to an instant such as `2027-02-01T10:00:00+08:00`. */
  readonly begin: (iso: string) => void;
  /** The id of a demo person. */
  readonly idOf: (account: string) => Promise<string>;
  /** Replays the history of a case's workflow, and keeps it under a shape's name while a release is recorded. */
  readonly remember: (life: Life, shape: string) => Promise<void>;
  readonly findings: () => Promise<readonly object[]>;
  readonly leave: () => Promise<void>;
}

/** A case whose workflow had nothing to wait for and was told later has several runs. */
async function longestRun({ client }: System, workflow: string): Promise<string | undefined> {
  let longest: { readonly runId: string; readonly historyLength: number } | undefined;
  for await (const run of client.workflow.list({ query: `WorkflowId = '${workflow}'` })) {
    if (run.historyLength > (longest?.historyLength ?? 0)) longest = run;
  }
  return longest?.runId;
}

/** A system whose time can be skipped, with a calendar of its own. */
export async function enter(name: string): Promise<Stage> {
  const calendar = loadCalendar(calendarOf([2027, 2028, 2029]));
  publishCalendar(calendar);
  const temporal = await ownTemporal(name, { timeSkipping: true });
  const system = await startSystem({
    temporal: temporal.address,
    engine: { rulesForNew: (type, now) => ({ ...rulesForNew(type, now), calendar }) },
  });
  return {
    system,
    begin: (iso) => {
      system.clock.offset = Math.max(system.clock.offset, Date.parse(iso) - Date.now());
    },
    idOf: async (account) => {
      const [person] = await query<{ id: string }>(
        system.engine.pool,
        'SELECT id FROM person WHERE account = $1',
        [account],
      );
      if (!person) throw new Error(`nobody is called ${account}`);
      return person.id;
    },
    remember: async (life, shape) => {
      const workflow = workflowId(life.caseId);
      const { wake_at: wake } = await rowOf(system, life.caseId);
      if (!wake) await system.client.workflow.getHandle(workflow).result();
      await keep(system, shape, workflow, await longestRun(system, workflow));
    },
    findings: () => verify(system.engine.pool, { now: Date.now() + system.clock.offset - 120_000 }),
    leave: async () => {
      await system.stop();
      await temporal.stop();
    },
  };
}
