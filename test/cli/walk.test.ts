import { afterEach, expect, test } from '@jest/globals';
import { connect } from '../../cli/demo/client.ts';
import { openAll, type Opened } from '../../cli/demo/opening.ts';
import { readTickets } from '../../cli/demo/tickets.ts';
import { walk } from '../../cli/demo/walk.ts';
import { answer, RECEIPT, type ScriptedServer, serving, WRONG_STATE } from './scripted-server.ts';

let server: ScriptedServer | undefined;
afterEach(() => server?.close());

const tickets = readTickets('examples/tickets.csv');
const ticket = tickets.find(({ script }) => script === 'ackOnly');
if (!ticket) throw new Error('no ticket with the script ackOnly');
const opened: Opened = { ticket, caseId: RECEIPT.caseId, number: RECEIPT.number };

const detail = (...events: readonly string[]) => ({
  number: RECEIPT.number,
  typeLabel: '12345 热线工单',
  address: '盈港路',
  stage: 'acknowledged',
  stageLabel: '待联系',
  light: 'green',
  clocks: [],
  links: [],
  timeline: events.map((type, index) => ({
    version: index + 1,
    type,
    label: type,
    at: '2026-11-23T10:00:00+08:00',
    dueAt: null,
    actor: null,
    fields: [],
    clock: null,
    targets: [],
  })),
});
const refused = answer(409, WRONG_STATE);
const done = answer(200, RECEIPT);

test('a step that somebody did by hand is passed over', async () => {
  server = await serving(refused, answer(200, detail('TicketReceived', 'TicketDispatched')), done);
  expect(
    await walk(
      connect(server.url, () => undefined),
      opened,
    ),
  ).toBeUndefined();
  const sent = server.keys.filter((key) => key !== undefined);
  expect(sent).toEqual([`demo-${ticket.key}-1`, `demo-${ticket.key}-2`]);
});

test('a refused step that nobody did stops the walk of this ticket and says which', async () => {
  server = await serving(done, refused, answer(200, detail('TicketReceived', 'TicketDispatched')));
  expect(
    await walk(
      connect(server.url, () => undefined),
      opened,
    ),
  ).toMatchObject({
    step: 2,
    label: '签收',
    problem: { code: 'WRONG_STATE' },
  });
});

test('a row that changed since it was opened is named with the way out', async () => {
  server = await serving(
    answer(422, { code: 'COMMAND_ID_REUSED', detail: '幂等键已用于另一内容' }),
  );
  const opening = openAll(
    connect(server.url, () => undefined),
    tickets,
  );
  await expect(opening).rejects.toThrow(/受理 base-01 被拒.*换一个新的 key,或运行 npm run reset/);
});
