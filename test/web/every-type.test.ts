import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { CaseDetail } from '../../web/server/case-detail.ts';
import { signIn } from '../support/people.ts';
import { startSystem, type System } from '../support/system.ts';
import {
  axeFindings,
  chromiumPath,
  type Desk,
  launchChromium,
  mustBeClean,
  openDesk,
  signInAt,
} from './browser.ts';
import { answering, withMadeUpType } from './made-up-type.ts';
import { fullRecord, manySteps } from './full-record.ts';

const withBrowser = chromiumPath ? describe : describe.skip;

let system: System;
let browser: Browser;
let ticket: { caseId: string; number: string };

/** A window in which the made-up type exists. */
async function deskOf(account: string): Promise<Desk> {
  const desk = await openDesk(browser, system.url);
  await withMadeUpType(desk);
  return signInAt(desk, account);
}

async function caseAs(account: string, change: (detail: CaseDetail) => object): Promise<Desk> {
  const desk = await deskOf(account);
  await answering(desk, `**/api/cases/${ticket.number}`, change);
  await desk.page.goto(`${system.url}/cases/${ticket.number}`);
  await desk.page.getByRole('heading', { name: ticket.number }).waitFor();
  return desk;
}

withBrowser('the console, of whatever type a case is,', () => {
  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem({ worker: false }), launchChromium()]);
    ticket = (await (await signIn(system.url, 'paidan1')).open()).body;
  });
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  test('lists by keyboard what a person may open', async () => {
    const desk = await deskOf('paidan1');
    const { keyboard } = desk.page;
    await desk.page.getByRole('button', { name: '新建', exact: true }).focus();
    await keyboard.press('Enter');
    await desk.page.getByRole('link', { name: '登记 · 演练案件' }).waitFor();
    await mustBeClean(desk, 'openings');
    await desk.page.getByRole('link', { name: '登记 · 演练案件' }).focus();
    await keyboard.press('Enter');
    await desk.page.getByRole('heading', { name: '登记 · 演练案件' }).waitFor();
    expect(new URL(desk.page.url()).pathname).toBe('/new/made-up');
    await desk.page.goto(`${system.url}/new`);
    await desk.page.getByRole('heading', { name: '新建' }).waitFor();
    await desk.page.getByRole('main').getByRole('link').first().click();
    await desk.page.getByRole('heading', { name: '受理 · 12345 工单' }).waitFor();
  });

  test('asks for every kind of field, and sends it as the type wants it', async () => {
    const desk = await deskOf('xiayang-lianluo');
    await desk.page.goto(`${system.url}/new/made-up`);
    await fillMadeUp(desk);
    await mustBeClean(desk, 'every-field');
    const sent = await bodyOf(desk, () => desk.press('保存登记'));
    const people = await (await signIn(system.url, 'xiayang-lianluo')).get(
      '/api/colleagues?role=handler',
    );
    expect(sent).toEqual({
      type: 'made-up',
      input: {
        text: '夜间倾倒',
        address: '公园路 1 号',
        heard: false,
        kind: 'SEIZE',
        amount: 123_450,
        second: people.body.people[0].id,
        section: 'xiayang-enforcement',
        endedOn: '2026-11-20',
        documentNumber: '青信意〔2026〕12号',
        site: '东侧外墙',
        times: 3,
      },
    });
  });

  test('says of a field what is wrong with it before anything is sent', async () => {
    const desk = await deskOf('xiayang-lianluo');
    await desk.page.goto(`${system.url}/new/made-up`);
    await desk.fill('姓名', '陈测试');
    await desk.fill('原案件', '12号工单');
    await desk.page.getByLabel('警告').check();
    expect(await desk.page.getByLabel('金额').count()).toBe(0);
    await desk.press('保存登记');
    await desk.sees('请填写电话');
    await desk.sees('案件编号形如 QPHT2026-000001');
    await desk.sees('请选择第二名人员');
    await desk.sees('请填写终了日');
    expect(await axeFindings(desk)).toEqual([]);
  });

  test('shows documents, ties, orders and precedents, and nobody where nobody asked', async () => {
    const desk = await caseAs('paidan1', fullRecord);
    for (const panel of ['督办单', '关联案件', '文书', '同一人的其他案件', '归属先例']) {
      await desk.page.getByRole('region', { name: panel }).waitFor();
    }
    await desk.sees('督办答复时限(青督〔2026〕7号)');
    expect(await desk.page.getByText('来电人').count()).toBe(0);
    const tie = desk.page.getByRole('region', { name: '关联案件' }).getByRole('link');
    expect(await tie.getAttribute('href')).toBe('/cases/QPXF2026-000009');
    await mustBeClean(desk, 'full-record');
  });

  test('offers many steps in order, and folds those that are not possible', async () => {
    const desk = await caseAs('paidan1', manySteps);
    const { page } = desk;
    const first = page.getByRole('group', { name: '推进' }).getByRole('button').first();
    expect(await first.textContent()).toBe('派单');
    expect(await page.getByText('尚不能送达').count()).toBe(12);
    expect(await page.getByText('尚不能送达').first().isVisible()).toBe(false);
    await page.getByText('其他操作').focus();
    await page.keyboard.press('Enter');
    await desk.sees('尚不能送达');
    await mustBeClean(desk, 'many-steps');
    await first.focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('主办单位').waitFor();
  });

  test('narrows the worklist to one type', async () => {
    const desk = await deskOf('paidan1');
    const header = desk.page.getByRole('columnheader', { name: '案件类型' });
    await header.waitFor();
    await mustBeClean(desk, 'worklist-types');
    await choose(desk, '案件类型', '12345 工单');
    await header.waitFor({ state: 'detached' });
    await desk.sees(ticket.number);
    await choose(desk, '案件类型', '演练案件');
    await desk.sees('没有符合条件的案件');
    expect(new URL(desk.page.url()).search).toBe('?type=made-up');
    await desk.press('清除');
    await desk.sees(ticket.number);
  });
});

async function choose(desk: Desk, label: string, option: string): Promise<void> {
  await desk.page.getByLabel(label, { exact: true }).click();
  await desk.page.getByTitle(option, { exact: true }).last().click();
}

async function fillMadeUp(desk: Desk): Promise<void> {
  const { page } = desk;
  await desk.fill('案情', '夜间倾倒');
  await desk.fill('地点', '公园路 1 号');
  await page.getByLabel('没收').check();
  await desk.fill('金额', '1234.5');
  await page.getByLabel('第二名人员').click();
  await page.getByTitle('夏阳承办人').click();
  await page.getByLabel('承办科室').fill('zonghe');
  await page.keyboard.press('Enter');
  await desk.fill('终了日', '2026-11-20');
  await desk.fill('文号', '青信意[2026]12号');
  await desk.fill('点位', '东侧外墙');
  await desk.fill('次数', '3');
}

/** What the console sends; it is told that the case was opened. */
async function bodyOf({ page }: Desk, act: () => Promise<void>): Promise<unknown> {
  let body: unknown;
  await page.route('**/api/cases', async (route) => {
    body = route.request().postDataJSON();
    await route.fulfill({ status: 201, json: { ...ticket, version: 1 } });
  });
  await act();
  await page
    .getByRole('heading', { name: ticket.number })
    .or(page.getByText('没有'))
    .first()
    .waitFor();
  return body;
}
