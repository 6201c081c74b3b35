import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Life } from '../support/life.ts';
import { enter, type Stage } from './stage.ts';

let stage: Stage;
let second: string;
beforeAll(async () => {
  stage = await enter('hazard-life');
  second = await stage.idOf('xiayang-xuncha2');
});
afterAll(() => stage.leave());

const INSPECTOR = 'xiayang-xuncha1';
const CHECK = { before: '整改前', after: '整改后', note: '已加固' };

/** Graded, and the party told what to do. */
async function notified(hazard: Life): Promise<void> {
  await hazard.does(INSPECTOR, 'gradeSign', { grade: 'NORMAL', second, note: '连接件锈蚀' });
  await hazard.does('xiayang-fenguan', 'issueNotice', {
    party: { name: '陈测试', phone: '13900000000' },
    requirement: '更换连接件',
  });
  await hazard.does(INSPECTOR, 'serveNotice', { method: 'DIRECT', receipt: '送达回证' });
}

/** Rectified, checked by another and written off by the bureau. */
async function writtenOff(hazard: Life, officer: string): Promise<void> {
  await hazard.does('xiayang-lianluo', 'recordSelfCheck', CHECK);
  await hazard.does('xiayang-xuncha2', 'passTownCheck', { form: '合格' });
  await hazard.does(officer, 'writeOff');
}

test('a hazard of a spot check over the National Day: paused, late, sent back, ordered, written off, found again, written off', async () => {
  stage.begin('2028-09-18T10:00:00+08:00');
  const batch = await Life.open(stage.system, 'greening-lianluo', 'spot-check', {
    kind: 'SIGN',
    leadUnit: 'greening',
    count: 1,
    text: '抽检',
    address: '公园路',
  });
  await batch.does('greening-choujian1', 'recordFailure', {
    objectId: 'ZP-0001',
    partName: '主立面招牌',
    text: '连接件锈蚀',
    address: '公园路 1 号',
    town: 'xiayang',
  });
  await batch.does('greening-fenguan', 'close');
  const hazard = await batch.child();
  await hazard.does(INSPECTOR, 'register', { photo: '照片', location: '临街' });
  await notified(hazard);
  expect((await hazard.clock('rectify'))?.nominal).toBe('2028-10-03');

  await hazard.until('2028-09-20T08:00:00+08:00');
  await hazard.does(INSPECTOR, 'pause', { ground: 'WEATHER', note: '台风' });
  await hazard.until('2028-09-22T18:00:00+08:00');
  await hazard.does(INSPECTOR, 'resume');
  const rectify = await hazard.clock('rectify');
  expect(rectify?.nominal).toBe('2028-10-06');
  expect(new Date(rectify?.statutoryDue ?? 0).toISOString()).toBe('2028-10-09T15:59:59.000Z');

  await hazard.until('2028-10-11T10:00:00+08:00');
  await hazard.does('duban', 'issueOrder', {
    source: 'CITY',
    grounds: 'INSTRUCTED',
    requirement: '限期整改',
    dueOn: '2028-10-20',
  });
  expect(await hazard.clock('orderReply')).toMatchObject({ nominal: '2028-10-20' });
  await hazard.does('xiayang-lianluo', 'recordSelfCheck', CHECK);
  await hazard.does('xiayang-xuncha2', 'failTownCheck', { note: '螺栓未更换' });
  await hazard.does('xiayang-lianluo', 'recordSelfCheck', CHECK);
  await hazard.does('xiayang-xuncha2', 'passTownCheck', { form: '合格' });
  const early = await hazard.tries('greening-yanshou1', 'writeOff');
  expect([early.status, early.body.code]).toEqual([409, 'SUPERVISION_ORDER_OPEN']);
  await hazard.does('xiayang-fenguan', 'replyOrder', { note: '已整改' });
  await hazard.does('duban', 'acceptReply');
  await hazard.does('greening-yanshou1', 'writeOff');
  expect((await hazard.clock('rectify'))?.outcome).toBe('breached');

  await hazard.until('2028-11-01T10:00:00+08:00');
  await hazard.does(INSPECTOR, 'reopen', { note: '再次松动' });
  await notified(hazard);
  await writtenOff(hazard, 'greening-yanshou2');
  await hazard.untilEvent('HazardArchived');
  expect((await hazard.state()).stage).toBe('archived');
  const told = (await batch.log()).filter(({ type }) => type === 'LinkedCaseMoved');
  expect(told.length).toBeGreaterThanOrEqual(2);
  await stage.remember(hazard, 'hazard.life');
  await stage.remember(batch, 'spot-check.life');
  expect(await stage.findings()).toEqual([]);
}, 240_000);
