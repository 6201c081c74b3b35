import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Life } from '../support/life.ts';
import { enter, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await enter('petition-life');
});
afterAll(() => stage.leave());

const REGISTRATION = {
  petitioner: { name: '陈测试', phone: '13900000000' },
  text: '要求公开维修资金使用情况',
  address: '盈港路小区',
  town: 'xiayang',
  channel: 'LETTER',
  category: 'APPEAL',
};
const RECEIPT = { method: 'DIRECT', receipt: '送达回证' };
const DRAFT = { kind: 'EXPLAINED', facts: '已查明', remedy: '三十日内可请求复查' };

/** From the organ's desk to the delivery of an opinion. */
async function opinion(petition: Life): Promise<void> {
  await petition.does('housing-chengban', 'draftOpinion', DRAFT);
  await petition.does('housing-fenguan', 'issueOpinion');
  await petition.does('housing-lianluo', 'deliverOpinion', RECEIPT);
}

test('a petition over the National Day: objected to, extended, late, revoked by the review, handled anew, closed', async () => {
  stage.begin('2027-08-23T10:00:00+08:00');
  const petition = await Life.open(stage.system, 'petition-xinfang1', 'petition', REGISTRATION);
  await petition.does('petition-xinfang1', 'completeRegistration', { nature: 'OTHER' });
  await petition.does('petition-xinfang1', 'giveReceipt', { notice: '已收到' });
  await petition.does('petition-xinfang1', 'forward', { leadUnit: 'construction' });
  await petition.does('construction-lianluo', 'receive');
  await petition.until('2027-08-25T10:00:00+08:00');
  await petition.does('construction-lianluo', 'raiseObjection', { reason: '不属本机关职权' });
  await petition.does('petition-xinfang1', 'approveObjection');
  await petition.does('petition-xinfang1', 'forward', { leadUnit: 'housing' });
  await petition.does('housing-lianluo', 'receive');
  await petition.does('housing-lianluo', 'accept', { procedure: 'ORDINARY' });
  await petition.does('housing-lianluo', 'serveAcceptance', RECEIPT);
  const handle = await petition.clock('handle');
  expect(handle?.nominal).toBe('2027-10-24');
  expect(new Date(handle?.statutoryDue ?? 0).toISOString()).toBe('2027-10-25T15:59:59.000Z');

  await petition.until('2027-10-12T10:00:00+08:00');
  await petition.does('housing-lianluo', 'requestExtension', { days: 30, reason: '需审计' });
  await petition.does('housing-fenguan', 'grantExtension', { notice: '延期三十日,理由为审计' });
  await petition.does('housing-lianluo', 'serveExtension', RECEIPT);
  expect((await petition.clock('handle'))?.nominal).toBe('2027-11-23');

  await petition.until('2027-11-25T10:00:00+08:00');
  await petition.does('petition-ducha', 'issueOrder', {
    source: 'INTERNAL',
    grounds: 'OVERDUE',
    requirement: '三个工作日内出具意见',
  });
  await opinion(petition);
  expect((await petition.clock('handle'))?.outcome).toBe('breached');
  await petition.does('housing-fenguan', 'replyOrder', { note: '意见书已送达' });
  await petition.does('petition-ducha', 'acceptReply');

  await petition.until('2027-12-06T10:00:00+08:00');
  await petition.does('petition-xinfang1', 'requestReview', {
    body: 'gov-office',
    request: '不服',
  });
  await petition.does('gov-office-fucha', 'draftReview', { note: '拟撤销' });
  await petition.does('gov-office-fucha-fuze', 'revokeByReview');
  expect(await petition.clock('handle')).toMatchObject({ round: 2, nominal: '2028-02-04' });
  await opinion(petition);
  await petition.untilEvent('ReviewWindowLapsed');
  await petition.does('petition-xinfang2', 'close');
  await petition.untilEvent('PetitionArchived');
  expect((await petition.state()).stage).toBe('archived');
  await stage.remember(petition, 'petition.life');
  expect(await stage.findings()).toEqual([]);
}, 180_000);
