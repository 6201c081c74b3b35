import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Life } from '../support/life.ts';
import { enter, type Stage } from './stage.ts';

let stage: Stage;
let second: string;
beforeAll(async () => {
  stage = await enter('building-life');
  second = await stage.idOf('xiayang-zhifa2');
});
afterAll(() => stage.leave());

const INSPECTOR = 'xiayang-xuncha1';
const OFFICER = 'xiayang-zhifa1';
const HEAD = 'xiayang-fuzeren';
const OFFICE = 'urban-enforcement-chaiwei1';
const SIZE = { area: 46, buildings: 1 };
const REMOVAL = { before: '拆除前', after: '拆除后', ...SIZE };
const NOTE = { note: '说明' };

const due = async (life: Life, clock: string): Promise<string | undefined> =>
  (await life.clock(clock))?.nominal;

const levelsOf = async (life: Life, clock: string): Promise<readonly string[]> =>
  (await life.log()).flatMap(({ data }) =>
    'level' in data && data.clock === clock ? [data.level] : [],
  );

test('a building over the National Day: late arrival, decided, annotated, sued over, forced, sent back, confirmed by the city, built again, stopped and gone', async () => {
  stage.begin('2027-09-24T09:00:00+08:00');
  const building = await Life.open(stage.system, INSPECTOR, 'illegal-building', {
    source: 'REPORT',
    kind: 'ROOF',
    build: 'EXISTING',
    text: '屋顶搭建',
    address: '公园路 1 号',
    town: 'xiayang',
    reporter: { name: '陈测试', phone: '13900000000' },
  });
  expect(await due(building, 'informant')).toBe('2027-10-24');

  await building.until('2027-09-25T12:30:00+08:00');
  expect(await levelsOf(building, 'arrive')).toEqual(['L1', 'L2', 'L3', 'L4']);
  await building.does(INSPECTOR, 'recordArrival', { build: 'EXISTING', ...NOTE });
  expect((await building.clock('arrive'))?.outcome).toBe('breached');
  const classification = { class: 'MUST_REMOVE', second, ...SIZE, ...NOTE };
  await building.does(OFFICER, 'classify', classification);
  await building.does(OFFICER, 'annotate', { register: '已函告', ...NOTE });
  await building.until('2027-10-09T09:00:00+08:00');
  await building.does(OFFICER, 'liftAnnotation', NOTE);
  await building.does(INSPECTOR, 'tellReporter', { result: '已认定为违法建筑' });
  await building.does(HEAD, 'decide', { requirement: '自行拆除' });
  await building.does(OFFICER, 'announce', { place: '公告栏' });
  await building.untilEvent('AnnouncementLapsed');
  expect((await building.state()).stage).toBe('selfRemoval');

  await building.does(OFFICER, 'recordSuit', { kind: 'REVIEW', ...NOTE });
  await building.until('2027-12-01T09:00:00+08:00');
  await building.does(OFFICER, 'recordUpheld', { result: '维持决定' });
  const last = (await building.clock('selfRemoval'))?.statutoryDue ?? 0;
  await building.until(new Date(last + 1_000).toISOString());
  await building.does(OFFICER, 'issueDemand', NOTE);
  await building.does(OFFICER, 'applyForced', NOTE);
  await building.does('quling', 'orderForced', NOTE);
  await building.does(INSPECTOR, 'recordRemoval', REMOVAL);
  await building.does(OFFICE, 'refuseWriteOff', { note: '残墙未清' });
  expect((await building.state()).stage).toBe('forced');
  await building.does(INSPECTOR, 'recordRemoval', REMOVAL);
  await building.does(OFFICE, 'writeOff');
  await building.does(OFFICE, 'recordCityConfirmation', { confirmation: '市库 0001' });

  await building.does(INSPECTOR, 'reopen', { build: 'ONGOING', note: '复建' });
  await building.does(OFFICER, 'stop', { measure: 'SEIZED', second, ...SIZE, ...NOTE });
  await building.does(OFFICER, 'removeAtOnce', { refusal: '拒不停工', ...REMOVAL });
  await building.does(OFFICE, 'writeOff');
  await building.does(OFFICE, 'archive');
  expect((await building.state()).stage).toBe('archived');
  await stage.remember(building, 'illegal-building.life');
  expect(await stage.findings()).toEqual([]);
}, 240_000);
