import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Life } from '../support/life.ts';
import { ordinaryTicket } from '../support/people.ts';
import { enter, type Stage } from './stage.ts';

let stage: Stage;
let second: string;
let head: string;
let first: string;
beforeAll(async () => {
  stage = await enter('waste-life');
  [first, second, head] = await Promise.all([
    stage.idOf('xiayang-zhifa1'),
    stage.idOf('xiayang-zhifa2'),
    stage.idOf('xiayang-fuzeren'),
  ]);
});
afterAll(() => stage.leave());

const OFFICER = 'xiayang-zhifa1';
const HEAD = 'xiayang-fuzeren';
const FINE = 6_000_000;

/** The caller's ticket and the lead that it becomes, up to the opening of a case. */
async function leadOf(ticket: Life): Promise<Life> {
  await ticket.does('paidan1', 'dispatch', { leadUnit: 'xiayang' });
  await ticket.does('xiayang-lianluo', 'acknowledge');
  await ticket.does('xiayang-chengban', 'recordContact', { channel: 'PHONE', note: '已联系' });
  await ticket.does('paidan1', 'convertToLead', { actKind: 'DUMPING' });
  const lead = await ticket.child();
  const transfer = { leadUnit: 'xiayang', evidence: '照片', suggestedClause: '处理管理规定' };
  await lead.does('paidan1', 'transfer', transfer);
  await lead.does('xiayang-xiansuo', 'askSupplement', { note: '缺少现场照片,请补正' });
  await lead.does('paidan2', 'supplement', { evidence: '补充照片' });
  await lead.does('xiayang-xiansuo', 'accept');
  await lead.does(HEAD, 'extendVerification', { days: 10, askedBy: first, note: '当事人下落不明' });
  await lead.does(OFFICER, 'tellInformant', { result: '已接收' });
  await lead.does(OFFICER, 'openCase', {
    party: { name: '陈测试', phone: '13900000000' },
    partyKind: 'ORGANISATION',
    actEndedOn: '2028-01-09',
    note: '符合立案条件',
  });
  return lead;
}

const served = () => ({ second, method: 'DIRECT', receipt: '送达回证' });

/** From the end of the investigation to the service of the decision; nobody defends itself or asks for a hearing. */
async function decided(penalty: Life, round: 'first' | 'again'): Promise<void> {
  await penalty.does(OFFICER, 'conclude', {
    second,
    penalty: 'FINE',
    amount: FINE,
    partyKind: 'ORGANISATION',
    reviewReason: 'NONE',
    major: false,
    report: '事实清楚',
  });
  await penalty.does(OFFICER, 'submitLegalReview');
  await penalty.does('xiayang-fazhi', 'passReview', { note: '同意' });
  await penalty.does(HEAD, 'issueHearingRight', { note: '拟罚款六万元' });
  await penalty.does(OFFICER, 'serveNotice', served());
  if (round === 'first') {
    await penalty.untilEvent('HearingLapsed');
    await penalty.untilEvent('DefenceLapsed');
  } else {
    await penalty.does(OFFICER, 'waiveHearing', { written: '书面放弃' });
    await penalty.does(OFFICER, 'waiveDefence', { written: '书面放弃' });
  }
  await penalty.does(OFFICER, 'submitDecision', { note: '提请决定' });
  await penalty.does(HEAD, 'decideFine', { amount: FINE, note: '罚款六万元' });
  await penalty.does(OFFICER, 'serveDecision', served());
}

async function closed(penalty: Life): Promise<void> {
  await penalty.does('xiayang-lianluo', 'publish', { note: '已公开' });
  await penalty.does(OFFICER, 'proposeClosing', { note: '提请结案' });
  await penalty.does(HEAD, 'close');
}

test('a ticket becomes a lead, the lead a case over the Spring Festival, is decided twice, and the caller hears how it ended', async () => {
  stage.begin('2028-01-10T10:00:00+08:00');
  const ticket = await Life.open(stage.system, 'paidan1', 'hotline-ticket', ordinaryTicket);
  const lead = await leadOf(ticket);
  const penalty = await lead.child();

  await penalty.until('2028-01-12T10:00:00+08:00');
  await penalty.does(OFFICER, 'verify', { second, note: '现场核查' });
  await penalty.does(OFFICER, 'proposeFiling', { second, note: '提请立案' });
  await penalty.does(HEAD, 'approveFiling');
  expect((await penalty.clock('decision'))?.nominal).toBe('2028-04-11');

  await penalty.until('2028-01-20T10:00:00+08:00');
  const testing = { until: '2028-02-14', approvedBy: head, evidence: '委托鉴定' };
  await penalty.does(OFFICER, 'startTesting', testing);
  await penalty.until('2028-02-14T09:00:00+08:00');
  await penalty.does(OFFICER, 'endTesting');
  expect((await penalty.clock('decision'))?.nominal).toBe('2028-05-05');

  await decided(penalty, 'first');
  expect((await penalty.clock('decision'))?.outcome).toBe('met');
  await penalty.untilEvent('PaymentLapsed');
  await penalty.does(HEAD, 'issueDemand', { note: '催告' });
  await penalty.does(OFFICER, 'serveDemand', served());
  // A day late: three percent of it.
  await penalty.does(OFFICER, 'payInFull', { voucher: '缴款凭证', surcharge: (FINE * 3) / 100 });
  await penalty.does(OFFICER, 'clearAtOnce', { second, note: '已清除' });
  await penalty.does('xiayang-lianluo', 'informInformant', { note: '已告知' });
  await closed(penalty);
  expect((await lead.clock('finalFeedback'))?.endedAt).toBeUndefined();

  // The decision is revoked before its result went back to the transferor.
  await penalty.does(OFFICER, 'acceptReview', { note: '复议机关已受理' });
  await penalty.does(OFFICER, 'revokeToRedo', { note: '撤销并责令重新作出' });
  expect((await lead.clock('finalFeedback'))?.outcome).toBe('met');
  const early = await lead.tries(OFFICER, 'sendFinalFeedback', { result: '已查处' });
  expect([early.status, early.body.code]).toEqual([409, 'NO_FINAL_RESULT']);
  await penalty.does('xiayang-lianluo', 'withdrawPublication', { note: '已撤回' });
  await decided(penalty, 'again');
  await penalty.does(OFFICER, 'payInFull', { voucher: '缴款凭证' });
  await closed(penalty);
  expect(await lead.clock('finalFeedback')).toMatchObject({ round: 2 });

  await lead.does(OFFICER, 'sendFinalFeedback', { result: '已查处', informant: '已告知' });
  await ticket.does('xiayang-chengban', 'submitResult', {
    resultType: 'EXPLAINED',
    note: '已查处',
    explanation: '罚款六万元并已清除',
  });
  await ticket.does('xiayang-fenguan', 'approveResult');
  expect((await ticket.clock('handle'))?.outcome).toBe('breached');
  const told = (await ticket.log()).filter(({ type }) => type === 'LinkedCaseMoved');
  expect(told.length).toBeGreaterThanOrEqual(2);
  expect((await lead.state()).stage).toBe('closed');
  await stage.remember(lead, 'waste-lead.life');
  expect((await penalty.state()).stage).toBe('closed');
  expect(await stage.findings()).toEqual([]);
}, 240_000);
