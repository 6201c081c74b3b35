import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { DEMO_PASSWORD } from '../../prisma/demo-people.ts';
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
import { acknowledge, answerCallback, dispatch, handle, receive, step } from './ticket-steps.ts';

let system: System;
let browser: Browser;

const withBrowser = chromiumPath ? describe : describe.skip;
if (!chromiumPath) console.warn('no Chromium on this machine: the console is not tested');

/** A window of a signed-in person. */
const deskOf = async (account: string): Promise<Desk> =>
  signInAt(await openDesk(browser, system.url), account);

async function openTicket(account = 'paidan1'): Promise<{ id: string; number: string }> {
  const { body } = await (await signIn(system.url, account)).open();
  return { id: body.caseId, number: body.number };
}

async function dispatched(): Promise<{ id: string; number: string }> {
  const ticket = await openTicket();
  const dispatcher = await signIn(system.url, 'paidan1');
  const { status } = await dispatcher.command(ticket.id, 'dispatch', { leadUnit: 'xujing' });
  expect(status).toBe(200);
  return ticket;
}

const goTo = async (desk: Desk, number: string): Promise<void> => {
  await desk.page.goto(`${system.url}/cases/${number}`);
  await desk.page.getByRole('heading', { name: number }).waitFor();
};

withBrowser('the console', () => {
  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem(), launchChromium()]);
  });
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  test('a wrong password is told, and the page stays usable', async () => {
    const desk = await openDesk(browser, system.url);
    await desk.fill('账号', 'paidan1');
    await mustBeClean(desk, 'sign-in');
    await desk.fill('密码', 'wrong');
    await desk.press('登录');
    await desk.page.getByRole('alert').waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    expect(await desk.page.getByLabel('账号').inputValue()).toBe('paidan1');
  });

  test('one ticket goes through all its steps by five people', async () => {
    const dispatcher = await deskOf('paidan1');
    const number = await receive(dispatcher);
    await dispatch(dispatcher);

    await acknowledge(await deskOf('xujing-lianluo'), number);
    const handler = await deskOf('xujing-chengban');
    await goTo(handler, number);
    await handle(handler);

    const lead = await deskOf('xujing-fenguan');
    await goTo(lead, number);
    await step(lead, '审核通过');

    const agent = await deskOf('huifang');
    await goTo(agent, number);
    await step(agent, '回访', () => answerCallback(agent));

    await dispatcher.page.reload();
    await step(dispatcher, '办结');
    await dispatcher.sees('已办结');
    await mustBeClean(dispatcher, 'closed');
  }, 120_000);

  test('a step whose answer is lost on the way is sent again and stored once', async () => {
    const ticket = await dispatched();
    const desk = await deskOf('xujing-lianluo');
    await goTo(desk, ticket.number);
    await desk.page.route('**/commands', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await desk.press('签收');
    await desk.press('确认签收');
    await desk.sees('可放心再次提交');
    await desk.page.unroute('**/commands');
    await desk.press('确认签收');
    await desk.sees('已保存:签收');
    const { body } = await (await signIn(system.url, 'paidan1')).get(`/api/cases/${ticket.id}`);
    const signed = body.timeline.filter(({ label }: { label: string }) => label === '签收');
    expect(signed).toHaveLength(1);
  });

  test('what somebody typed outlives a step that somebody else took first', async () => {
    const ticket = await dispatched();
    const coordinator = await signIn(system.url, 'xujing-lianluo');
    await coordinator.command(ticket.id, 'acknowledge');
    const handler = await signIn(system.url, 'xujing-chengban');
    await handler.command(ticket.id, 'recordContact', { channel: 'PHONE', note: '已联系' });
    const desk = await deskOf('xujing-chengban');
    await goTo(desk, ticket.number);
    await desk.press('办理记录');
    await desk.fill('说明', '现场已查看,材料已备齐');
    await coordinator.command(ticket.id, 'recordProgress', { note: '另有补充' });
    await desk.press('确认办理记录');
    await desk.sees('他人已更新案件');
    await desk.press('载入最新内容(保留已填)');
    await desk.sees('另有补充');
    expect(await desk.page.getByLabel('说明', { exact: true }).inputValue()).toBe(
      '现场已查看,材料已备齐',
    );
    await desk.press('确认办理记录');
    await desk.sees('已保存:办理记录');
  });

  test('a step that the rules refuse stands there with its reason', async () => {
    const ticket = await openTicket();
    const dispatcher = await signIn(system.url, 'paidan1');
    await dispatcher.command(ticket.id, 'dispatch', { leadUnit: 'xujing', directed: true });
    const desk = await deskOf('xujing-lianluo');
    await goTo(desk, ticket.number);
    const refused = desk.page.getByRole('button', { name: '申请退单', exact: true });
    expect(await refused.isDisabled()).toBe(true);
    await desk.sees('本件为签派,不得退单');
    await mustBeClean(desk, 'refused');
  });

  test('the caller is masked until somebody gives a reason', async () => {
    const ticket = await openTicket();
    const desk = await deskOf('paidan1');
    await goTo(desk, ticket.number);
    expect(await desk.page.getByText('13900000000').count()).toBe(0);
    await desk.press('查看来电人');
    await desk.fill('查看事由(将记入查看记录)', '核对回访号码');
    await desk.press('确认查看');
    await desk.sees('13900000000');
    await mustBeClean(desk, 'revealed');
  });

  test('a session that ends in the middle of a form loses nothing', async () => {
    const ticket = await openTicket();
    const desk = await deskOf('paidan1');
    await goTo(desk, ticket.number);
    await desk.press('申请作废');
    await desk.page.getByLabel('误录').check();
    await desk.fill('说明', '重复录入');
    await desk.page.context().clearCookies();
    await desk.press('确认申请作废');
    await desk.sees('登录已过期');
    await desk.page.locator('#sign-in_password:focus').fill(DEMO_PASSWORD);
    await desk.page.keyboard.press('Enter');
    await desk.page.getByText('登录已过期').waitFor({ state: 'hidden' });
    await desk.press('确认申请作废');
    await desk.sees('已保存:申请作废');
  });

  test('a field that the server refuses says so itself, by its own name', async () => {
    const desk = await deskOf('paidan1');
    await desk.page.goto(`${system.url}/new/hotline-ticket`);
    await desk.fill('姓名', '陈测试');
    await desk.fill('来电号码', '12');
    await desk.fill('诉求内容', '测试');
    await desk.fill('地址', '测试路');
    await desk.page.getByLabel('求助、投诉').check();
    await desk.press('保存受理');
    await desk.sees('“来电号码”填写有误');
    const field = desk.page.getByLabel('来电号码', { exact: true });
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await field.inputValue()).toBe('12');
  });

  test('the worklist is walked and narrowed by keyboard', async () => {
    const { number } = await openTicket();
    const desk = await deskOf('paidan2');
    await desk.sees(number);
    const focused = () => desk.page.locator(':focus').first().textContent();
    await desk.page.keyboard.press('j');
    const first = await focused();
    expect(first).toBe(await desk.page.locator('tbody a').first().textContent());
    await desk.page.keyboard.press('ArrowDown');
    expect(await focused()).not.toBe(first);
    await desk.page.keyboard.press('k');
    expect(await focused()).toBe(first);
    await desk.page.getByLabel('环节').press('j');
    expect(await desk.page.getByRole('option', { name: '待派单' }).count()).toBe(0);
    expect(await desk.page.getByLabel('环节').inputValue()).toBe('j');
    await desk.page.keyboard.press('Escape');
    await desk.page.goto(`${system.url}/?unit=zhujiajiao`);
    await desk.sees('没有符合条件的案件');
  });

  test('people are told when timers wait, and work on', async () => {
    const alone = await startSystem({ worker: false });
    try {
      const desk = await signInAt(await openDesk(browser, alone.url), 'paidan1');
      await desk.sees('案件照常办理');
      const { body } = await (await signIn(alone.url, 'paidan1')).open();
      await desk.page.goto(`${alone.url}/cases/${body.number}`);
      await step(desk, '派单', async () => {
        await desk.page.getByLabel('主办单位').fill('xuj');
        await desk.page.keyboard.press('Enter');
      });
      await mustBeClean(desk, 'degraded');
    } finally {
      await alone.stop();
    }
  });
});
