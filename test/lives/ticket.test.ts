import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Life } from '../support/life.ts';
import { ordinaryTicket } from '../support/people.ts';
import { enter, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await enter('ticket-life');
});
afterAll(() => stage.leave());

const RETURN = { reason: 'WRONG_PLACE', note: '点位不在本辖区' };
const RESULT = {
  resultType: 'ACTUALLY_RESOLVED',
  note: '已处置',
  before: '路灯不亮',
  after: '路灯已亮',
};
const CALLBACK = {
  outcome: 'REACHED',
  contacted: 'YES',
  resolved: 'YES',
  satisfaction: 'SATISFIED',
};

test('a ticket over the Spring Festival: returned, suspended, extended, late, urged, closed, reopened, archived', async () => {
  stage.begin('2027-02-01T10:00:00+08:00');
  const ticket = await Life.open(stage.system, 'paidan1', 'hotline-ticket', ordinaryTicket);
  expect((await ticket.clock('handle'))?.nominal).toBe('2027-02-15');
  await ticket.does('paidan1', 'dispatch', { leadUnit: 'xujing' });
  await ticket.does('xujing-lianluo', 'requestReturn', RETURN);
  await ticket.does('paidan2', 'approveReturn');
  await ticket.until('2027-02-01T11:00:00+08:00');
  await ticket.does('paidan1', 'dispatch', { leadUnit: 'xiayang' });
  expect((await ticket.clock('unitHandle'))?.round).toBe(2);
  await ticket.does('xiayang-lianluo', 'acknowledge');
  await ticket.does('xiayang-chengban', 'recordContact', { channel: 'PHONE', note: '已联系' });

  await ticket.until('2027-02-02T18:00:00+08:00');
  await ticket.does('paidan1', 'suspend', { ground: 'THIRD_PARTY', reply: '已告知等待供电部门' });
  await ticket.until('2027-02-04T08:00:00+08:00');
  await ticket.does('paidan1', 'resume');
  expect((await ticket.clock('handle'))?.nominal).toBe('2027-02-16');

  await ticket.does('xiayang-lianluo', 'requestExtension', { days: 10, note: '需更换变压器' });
  await ticket.does('paidan2', 'grantExtension');
  expect((await ticket.clock('handle'))?.nominal).toBe('2027-03-02');

  await ticket.until('2027-03-04T09:00:00+08:00');
  const escalation = await ticket.clock('escalation');
  expect(escalation?.endedAt).toBeUndefined();
  await ticket.does('duban', 'urge', { note: '请立即办结' });
  expect((await ticket.clock('escalation'))?.outcome).toBe('met');
  await ticket.does('xiayang-chengban', 'submitResult', RESULT);
  await ticket.does('xiayang-fenguan', 'approveResult');
  expect((await ticket.clock('handle'))?.outcome).toBe('breached');
  await ticket.does('huifang', 'recordCallback', CALLBACK);
  await ticket.does('paidan2', 'close');

  await ticket.until('2027-03-10T09:00:00+08:00');
  await ticket.does('paidan1', 'reopen', { note: '路灯又不亮' });
  expect((await ticket.clock('rework'))?.nominal).toBe('2027-03-15');
  await ticket.does('xiayang-fenguan', 'submitRework', {
    ...RESULT,
    record: '现场督促施工单位返修',
  });
  await ticket.does('xiayang-lianluo', 'approveResult');
  await ticket.does('huifang', 'recordCallback', CALLBACK);
  await ticket.does('paidan2', 'close');
  await ticket.untilEvent('TicketArchived');

  const levels = (await ticket.log()).filter(({ data }) => 'level' in data);
  expect(levels.length).toBeGreaterThanOrEqual(8);
  expect((await ticket.state()).stage).toBe('archived');
  await stage.remember(ticket, 'hotline-ticket.life');
  expect(await stage.findings()).toEqual([]);
}, 180_000);
