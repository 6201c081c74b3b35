import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { verify } from '../../engine/verify.ts';
import { type Person, signIn } from '../support/people.ts';
import { startSystem, type System } from '../support/system.ts';

let system: System;
let dispatcher: Person;
let lead: Person;
let leadHandler: Person;
let assistant: Person;
let stranger: Person;
let caseId: string;

const signInAll = (accounts: readonly string[]): Promise<Person[]> =>
  Promise.all(accounts.map((account) => signIn(system.url, account)));

beforeAll(async () => {
  system = await startSystem({ worker: false });
  [dispatcher, lead, leadHandler, assistant, stranger] = (await signInAll([
    'paidan1',
    'xiayang-lianluo',
    'xiayang-chengban',
    'housing-lianluo',
    'xujing-lianluo',
  ])) as [Person, Person, Person, Person, Person];
  ({ caseId } = (await dispatcher.open()).body);
  await dispatcher.command(caseId, 'dispatch', { leadUnit: 'xiayang' });
  await lead.command(caseId, 'acknowledge');
  await leadHandler.command(caseId, 'recordContact', { channel: 'PHONE', note: '已联系' });
});
afterAll(() => system.stop());

const pageOf = async (person: Person) => (await person.get(`/api/cases/${caseId}`)).body;

test('a unit that is asked to assist sees the case and finds a notice; others do not', async () => {
  expect((await assistant.get(`/api/cases/${caseId}`)).status).toBe(404);
  const asked = { unit: 'housing', note: '请核查产权' };
  expect((await dispatcher.command(caseId, 'inviteAssistance', asked)).status).toBe(200);
  const page = await pageOf(assistant);
  expect(page.holders).toMatchObject([
    { unit: { code: 'xiayang' }, part: 'lead' },
    { unit: { code: 'housing' }, part: 'assisting' },
  ]);
  expect(page.leadUnit).toMatchObject({ code: 'xiayang' });
  const { notices } = (await assistant.get('/api/notices')).body;
  expect(notices[0]).toMatchObject({ caseId, kind: '增派协办' });
  expect((await stranger.get(`/api/cases/${caseId}`)).status).toBe(404);
});

test('it has a limit of its own, named after it, and may do nothing but answer', async () => {
  const { clocks, availableCommands } = await pageOf(assistant);
  const own = clocks.filter(({ clock }: { clock: string }) => clock === 'assist');
  expect(own).toMatchObject([{ subject: { short: '区房管局' }, limitText: '3 个工作日' }]);
  const allowed = availableCommands.filter(({ allowed: may }: { allowed: boolean }) => may);
  expect(allowed.map(({ command }: { command: string }) => command)).toEqual(['replyAssistance']);
});

test('the lead unit hands in nothing before it has answered', async () => {
  const result = { resultType: 'EXPLAINED', note: '已解释', explanation: '依据规定' };
  const refused = await leadHandler.command(caseId, 'submitResult', result);
  expect(refused).toMatchObject({ status: 409, body: { code: 'ASSISTANCE_OPEN' } });
  expect((await assistant.command(caseId, 'replyAssistance', { note: '产权清晰' })).status).toBe(
    200,
  );
  expect((await leadHandler.command(caseId, 'submitResult', result)).status).toBe(200);
  expect((await assistant.get(`/api/cases/${caseId}`)).status).toBe(404);
});

test('a unit that does not exist is not asked, and nothing changes', async () => {
  const fresh = (await dispatcher.open()).body.caseId;
  await dispatcher.command(fresh, 'dispatch', { leadUnit: 'xiayang' });
  const asked = { unit: 'nowhere', note: '请协助' };
  const refused = await dispatcher.command(fresh, 'inviteAssistance', asked);
  expect(refused).toMatchObject({
    status: 422,
    body: { code: 'UNKNOWN_UNIT', field: 'input.unit' },
  });
});

test('the whole database agrees with its log afterwards', async () => {
  expect(await verify(system.engine.pool, { now: 0 })).toEqual([]);
});
