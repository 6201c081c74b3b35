import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type Person, signIn } from '../support/people.ts';
import { startSystem, type System } from '../support/system.ts';
import {
  chromiumPath,
  type Desk,
  launchChromium,
  mustBeClean,
  openDesk,
  signInAt,
} from './browser.ts';

const withBrowser = chromiumPath ? describe : describe.skip;

let system: System;
let browser: Browser;
let dispatcher: Person;
let liaison: Person;

async function ticketInProgress(): Promise<{ id: string; number: string }> {
  const { caseId, number } = (await dispatcher.open()).body;
  const handler = await signIn(system.url, 'xiayang-chengban');
  const steps: readonly [Person, string, object][] = [
    [dispatcher, 'dispatch', { leadUnit: 'xiayang' }],
    [liaison, 'acknowledge', {}],
    [handler, 'recordContact', { channel: 'PHONE', note: '已联系' }],
  ];
  for (const [person, command, input] of steps) {
    expect((await person.command(caseId, command, input)).status).toBe(200);
  }
  return { id: caseId, number };
}

async function caseAt(account: string, number: string): Promise<Desk> {
  const desk = await signInAt(await openDesk(browser, system.url), account);
  await desk.page.goto(`${system.url}/cases/${number}`);
  await desk.page.getByRole('heading', { name: number }).waitFor();
  return desk;
}

withBrowser('the console, of dates that move,', () => {
  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem({ worker: false }), launchChromium()]);
    [dispatcher, liaison] = await Promise.all([
      signIn(system.url, 'paidan1'),
      signIn(system.url, 'xiayang-lianluo'),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  test('asks for whole days of an extension, and shows what it moved and why', async () => {
    const { id, number } = await ticketInProgress();
    const desk = await caseAt('xiayang-lianluo', number);
    await desk.press('申请延期');
    await desk.fill('延长工作日数', '10');
    await desk.fill('延期理由', '需会同专业部门现场会勘');
    await mustBeClean(desk, 'extension-form');
    await desk.press('确认申请延期');
    await desk.sees('已保存:申请延期');
    expect((await dispatcher.command(id, 'grantExtension')).status).toBe(200);
    await desk.page.reload();
    await desk.sees(/办理时限:延期,由 .* 改至 /);
    await desk.sees(/15 个工作日:扣除 /);
    await desk.page.getByText('逐日计算与提醒').first().click();
    await mustBeClean(desk, 'extended');
  });

  test('says of a suspended case that its time stands still, and since when', async () => {
    const { id, number } = await ticketInProgress();
    const reply = { ground: 'THIRD_PARTY', reply: '已告知市民等待检测' };
    expect((await dispatcher.command(id, 'suspend', reply)).status).toBe(200);
    const desk = await caseAt('paidan1', number);
    await desk.sees(/起挂起,恢复办理后重新计算到期时间/);
    await desk.sees('办理时限:挂起,停止计时');
    await mustBeClean(desk, 'suspended');
    await desk.page.goto(system.url);
    await desk.page.getByRole('row').filter({ hasText: number }).getByText('停止计时').waitFor();
  });
});
