import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Life } from '../support/life.ts';
import { enter, type Stage } from './stage.ts';

let stage: Stage;
let second: string;
let first: string;
let head: string;
beforeAll(async () => {
  stage = await enter('waste-case-life');
  [first, second, head] = await Promise.all([
    stage.idOf('xiayang-zhifa1'),
    stage.idOf('xiayang-zhifa2'),
    stage.idOf('xiayang-fuzeren'),
  ]);
});
afterAll(() => stage.leave());

const OFFICER = 'xiayang-zhifa1';
const HEAD = 'xiayang-fuzeren';
const FINE = 200_000;
const NOTE = { note: '已核实' };

const twoOf = () => ({ second, ...NOTE });
const served = () => ({ second, method: 'DIRECT', receipt: '送达回证' });
const more = (days: number) => ({ days, askedBy: first, note: '案情复杂' });

/** From the end of the investigation to the service of a small fine; nobody defends itself. */
async function fined(penalty: Life): Promise<void> {
  await penalty.does(OFFICER, 'conclude', {
    second,
    penalty: 'FINE',
    amount: FINE,
    partyKind: 'PERSON',
    reviewReason: 'NONE',
    major: false,
    report: '事实清楚',
  });
  await penalty.does(HEAD, 'issueNotice', NOTE);
  await penalty.does(OFFICER, 'serveNotice', served());
  await penalty.does(OFFICER, 'waiveDefence', { written: '书面放弃' });
  await penalty.does(OFFICER, 'submitDecision', NOTE);
  await penalty.does(HEAD, 'decideFine', { amount: FINE, ...NOTE });
  await penalty.does(OFFICER, 'serveDecision', served());
}

/** Paid, set right, published and closed. */
async function closed(penalty: Life): Promise<void> {
  await penalty.does(OFFICER, 'payInFull', { voucher: '缴款书' });
  await penalty.does('xiayang-lianluo', 'publish', NOTE);
  await penalty.does(OFFICER, 'proposeClosing', NOTE);
  await penalty.does(HEAD, 'close');
}

test('a case over the National Day: sent back, seized, tested, extended, late, fined, revoked, decided anew, archived', async () => {
  stage.begin('2028-09-11T10:00:00+08:00');
  const penalty = await Life.open(stage.system, OFFICER, 'waste-case', {
    text: '渣土车倾倒建筑垃圾约三立方米',
    address: '沪青平公路 100 号',
    town: 'xiayang',
    actKind: 'DUMPING',
    party: { name: '陈测试', phone: '13900000000' },
    partyKind: 'PERSON',
    actEndedOn: '2028-09-10',
    publicReport: false,
    leadUnit: 'xiayang',
  });
  await penalty.does(OFFICER, 'verify', twoOf());
  await penalty.does(HEAD, 'extendVerification', more(10));
  await penalty.does(OFFICER, 'proposeFiling', twoOf());
  await penalty.does(HEAD, 'returnProposal', { note: '补充现场照片' });
  await penalty.does(OFFICER, 'proposeFiling', twoOf());
  await penalty.does(HEAD, 'approveFiling');
  // Ninety days from the day after the filing (Penalty Law art. 60).
  expect((await penalty.clock('decision'))?.nominal).toBe('2028-12-10');
  await penalty.does(HEAD, 'seize', { goods: '渣土车一辆', note: '防止证据灭失' });
  expect((await penalty.clock('seizure'))?.nominal).toBe('2028-10-11');
  await penalty.does(HEAD, 'extendSeizure', more(30));

  await penalty.until('2028-09-25T10:00:00+08:00');
  await penalty.does(OFFICER, 'startTesting', {
    until: '2028-10-12',
    approvedBy: head,
    evidence: '委托鉴定',
  });
  await penalty.until('2028-10-12T09:00:00+08:00');
  await penalty.does(OFFICER, 'endTesting');
  // The sixteen whole days from 26 September to 11 October are left out of both.
  expect((await penalty.clock('decision'))?.nominal).toBe('2028-12-26');
  expect((await penalty.clock('seizure'))?.nominal).toBe('2028-11-26');
  await penalty.does(OFFICER, 'disposeGoods', { second, disposal: 'RETURNED', note: '已退还' });

  await penalty.does(OFFICER, 'conclude', {
    second,
    penalty: 'FINE',
    amount: FINE,
    partyKind: 'PERSON',
    reviewReason: 'SEVERAL_RELATIONS',
    major: false,
    report: '事实清楚',
  });
  await penalty.does(OFFICER, 'submitLegalReview');
  await penalty.does('xiayang-fazhi', 'rejectReview', { note: '补充当事人陈述' });
  const off = await penalty.tries(HEAD, 'extendDecision', more(30));
  expect([off.status, off.body.code]).toEqual([409, 'DECISION_EXTENSION_OFF']);

  await penalty.until('2029-01-29T10:00:00+08:00');
  await fined(penalty);
  expect((await penalty.clock('decision'))?.outcome).toBe('breached');
  await closed(penalty);

  await penalty.until('2029-03-01T10:00:00+08:00');
  await penalty.does(OFFICER, 'acceptReview', NOTE);
  await penalty.does(OFFICER, 'revokeToRedo', NOTE);
  expect(await penalty.clock('decision')).toMatchObject({ round: 2 });
  await penalty.does('xiayang-lianluo', 'withdrawPublication', NOTE);
  await fined(penalty);
  await closed(penalty);
  await penalty.until('2029-12-03T10:00:00+08:00');
  await penalty.does(OFFICER, 'archive');
  expect((await penalty.state()).stage).toBe('archived');
  await stage.remember(penalty, 'waste-case.life');
  expect(await stage.findings()).toEqual([]);
}, 240_000);
