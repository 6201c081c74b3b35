import type { Fault } from './faults.ts';

const answers = 'test/api/idempotency';
const log = 'test/engine/log';
const submit = 'test/engine/submit';
const signals = 'test/workflows/signals';
const goldenWeek = 'test/workflows/golden-week';

/** Mistakes in what stores, tells, wakes and projects: each must turn one of its tests red, on real servers. */
export const ENGINE_FAULTS: readonly Fault[] = [
  {
    name: 'a command that is known is taken for a new one',
    file: 'engine/answers.ts',
    find: 'if (!row) return undefined;',
    put: 'return undefined;',
    tests: [answers],
  },
  {
    name: 'an id that another transaction has claimed is claimed again',
    file: 'engine/answers.ts',
    find: 'return rowCount === 1;',
    put: 'return true;',
    tests: [answers],
  },
  {
    name: 'the same id is answered whatever the body says',
    file: 'engine/answers.ts',
    find: "if (!row.digest.equals(digest)) return refuse('COMMAND_ID_REUSED', { field: 'Idempotency-Key' });",
    put: '',
    tests: [answers, log],
  },
  {
    name: 'the version that a person saw is not compared',
    file: 'engine/submit.ts',
    find: 'if (stale) return stale;',
    put: '',
    tests: [answers],
  },
  {
    name: 'a case is read without its lock',
    file: 'engine/locking.ts',
    find: 'WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE',
    put: 'WHERE id = ANY($1::uuid[]) ORDER BY id',
    tests: [log, answers],
  },
  {
    name: 'people go before what is due',
    file: 'engine/submit.ts',
    find: 'await change.recordDue(tx, now);',
    put: '',
    tests: [submit],
  },
  {
    name: 'workflows are told before COMMIT',
    file: 'engine/perform.ts',
    find: '    work,\n',
    put: '    async (tx) => { const done = await work(tx); for (const telling of done.tellings ?? []) engine.tell(telling); return done; },\n',
    tests: [submit],
  },
  {
    name: 'the projector skips one event',
    file: 'engine/project.ts',
    find: 'WHERE id = $1`, values',
    put: 'WHERE id = $1 AND version <> 1`, values',
    tests: [log, submit],
  },
  {
    name: 'the projector of clocks passes over a single one',
    file: 'engine/project.ts',
    find: 'if (changed.length === 0) return;',
    put: 'if (changed.length < 2) return;',
    tests: ['test/engine/as-of', 'test/api/escalations', 'test/api/case-detail', goldenWeek],
  },
  {
    name: 'the hash omits the unit',
    file: 'engine/chain.ts',
    find: 'const { at, dueAt, occurredAt, ...rest } = event;',
    put: 'const { at, dueAt, occurredAt, unit: _unit, ...rest } = event;',
    tests: [log],
  },
  {
    name: 'the chain begins anew with every transaction',
    file: 'engine/log.ts',
    find: 'let previous = head;',
    put: 'let previous: Buffer = Buffer.alloc(head.length);',
    tests: [log],
  },
  {
    name: "a level's key does not name its clock",
    file: 'engine/change.ts',
    find: 'const key = levelKey(caseId, due.clock, due.level);',
    put: 'const key = `${caseId}:${due.level}`;',
    tests: [submit, goldenWeek],
  },
  {
    name: 'levels are recorded a day early',
    file: 'engine/change.ts',
    find: 'const due = nextDueStep(this.rules.type, this.state, now);',
    put: 'const due = nextDueStep(this.rules.type, this.state, now + 86_400_000);',
    tests: [goldenWeek],
  },
  {
    name: 'a clock that stands still fires',
    file: 'domain/clocks/clock.ts',
    find: 'isRunning(clock) && clock.pausedAt === undefined;',
    put: 'isRunning(clock);',
    tests: [goldenWeek],
  },
  {
    name: 'an extension or a pause does not arm levels again',
    file: 'domain/clocks/clock.ts',
    find: 'const rearms = move.revision > clock.revision;',
    put: 'const rearms = false;',
    tests: ['test/domain/clocks', 'test/domain/laws/clock'],
    project: 'unit',
  },
  {
    name: 'a reminder goes to the unit that leads, whosever duty it is',
    file: 'engine/targets.ts',
    find: 'await personsInRole(tx, type, state, role, clock.subject);',
    put: 'await personsInRole(tx, type, state, role);',
    tests: ['test/engine/targets', 'test/api/assistance'],
  },
  {
    name: 'a level that finds nobody is told to nobody',
    file: 'engine/targets.ts',
    find: 'return holdersOf(tx, DUTY_OFFICER, CENTRE);',
    put: 'return [];',
    tests: ['test/engine/targets'],
  },
  {
    name: 'the sweeper passes over cases that were not told',
    file: 'engine/sweeper.ts',
    find: '(t.told_version < r.version AND r.last_at',
    put: '(t.told_version > r.version AND r.last_at',
    tests: [signals],
  },
  {
    name: 'an older telling wins over a newer one',
    file: 'domain/telling.ts',
    find: 'earlier.version <= later.version ? [earlier, later]',
    put: 'earlier.version > later.version ? [earlier, later]',
    tests: ['test/engine/telling', signals],
  },
  {
    name: 'a workflow ends while an effect is under way',
    file: 'workflows/case.ts',
    find: 'if (known.wakeAt === null && effects.idle()) return;',
    put: 'if (known.wakeAt === null) return;',
    tests: [signals, 'test/workflows/delivery'],
  },
  {
    name: 'a workflow never asks what is due',
    file: 'workflows/case.ts',
    find: 'if (known.wakeAt !== null && known.wakeAt <= Date.now()) {',
    put: 'if (known.wakeAt !== null && known.wakeAt < 0) {',
    tests: [signals],
  },
  {
    name: 'what is known at an instant is told while transactions of it are under way',
    file: 'engine/as-of/settled.ts',
    find: 'return row?.over === true;',
    put: 'return true;',
    tests: ['test/engine/as-of'],
  },
];
