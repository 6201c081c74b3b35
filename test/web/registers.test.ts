import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { Answer, Person } from '../support/people.ts';
import { signInAll } from '../support/sign-in-all.ts';
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
import { step } from './ticket-steps.ts';

const withBrowser = chromiumPath ? describe : describe.skip;
const DAY = 86_400_000;

interface Ticket {
  readonly caseId: string;
  readonly number: string;
}

let system: System;
let browser: Browser;
let dispatcher: Person;
let supervisor: Person;
/** Nobody signed for it in weeks. */
let late: Ticket;
/** Two units sent it back before it was settled where it belongs. */
let passed: Ticket;

const deskOf = async (account: string): Promise<Desk> =>
  signInAt(await openDesk(browser, system.url), account);

async function mustDo(answer: Promise<Answer>): Promise<void> {
  const { status, body } = await answer;
  expect({ status, code: body.code }).toEqual({ status: 200, code: undefined });
}

async function openLate(): Promise<Ticket> {
  system.clock.offset = -25 * DAY;
  const ticket = (await dispatcher.open({ text: '楼道堆物无人清理' })).body;
  await mustDo(dispatcher.command(ticket.caseId, 'dispatch', { leadUnit: 'zhujiajiao' }));
  system.clock.offset = 0;
  await mustDo(
    dispatcher.command(ticket.caseId, 'inviteAssistance', { unit: 'housing', note: '请协助' }),
  );
  return ticket;
}

async function passAround(): Promise<Ticket> {
  const [xiayang, xujing] = await signInAll(system, 'xiayang-fenguan', 'xujing-fenguan');
  const back = { reason: 'NOT_COMPETENT', note: '不属本单位' };
  const ticket = (await dispatcher.open({ address: '崧泽大道高架桥下' })).body;
  const { caseId } = ticket;
  await mustDo(dispatcher.command(caseId, 'dispatch', { leadUnit: 'xiayang' }));
  await mustDo(xiayang.command(caseId, 'requestReturn', back));
  await mustDo(dispatcher.command(caseId, 'approveReturn'));
  await mustDo(dispatcher.command(caseId, 'dispatch', { leadUnit: 'xujing' }));
  await mustDo(xujing.command(caseId, 'requestReturn', back));
  await mustDo(dispatcher.command(caseId, 'openCoordination', { note: '两单位均认为不属本单位' }));
  const settled = { leadUnit: 'housing', topic: 'PROPERTY', note: '由房管局主办' };
  await mustDo(supervisor.command(caseId, 'decideCoordination', settled));
  return ticket;
}

const opens = async (desk: Desk, register: string): Promise<void> => {
  await desk.page.getByRole('navigation').getByRole('link', { name: register }).click();
  await desk.page.getByRole('heading', { name: register }).waitFor();
};

const rows = ({ page }: Desk) => page.locator('tbody tr');

withBrowser('the registers beside the worklist', () => {
  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem({ worker: false }), launchChromium()]);
    [dispatcher, supervisor] = await signInAll(system, 'paidan1', 'duban');
    late = await openLate();
    passed = await passAround();
  });
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  test('stand in the menus of those who may see them, and nowhere else', async () => {
    const menu = async (desk: Desk) =>
      (await desk.page.getByRole('navigation', { name: '主菜单' }).getByRole('link').all()).map(
        async (link) => (await link.textContent())?.replace(/\d+$/, ''),
      );
    const watched = await deskOf('quling');
    await watched.page.getByRole('link', { name: '升级处置 1' }).waitFor();
    expect(await Promise.all(await menu(watched))).toEqual(
      expect.arrayContaining(['工作列表', '升级处置', '督办建议', '推诿清单', '归属先例']),
    );
    const desk = await deskOf('paidan1');
    expect(await Promise.all(await menu(desk))).toEqual(['工作列表', '归属先例']);
    await desk.page.goto(`${system.url}/escalations`);
    await desk.sees('当前账号无权查看督办台账');
    expect(await axeFindings(desk)).toEqual([]);
  });

  test('precedents are found by words of the matter and the place, without what one may not read', async () => {
    const desk = await deskOf('paidan1');
    await opens(desk, '归属先例');
    await desk.sees('崧泽大道高架桥下');
    await mustBeClean(desk, 'precedents');
    const { keyboard } = desk.page;
    await desk.page.getByLabel('关键词').fill('物业 高架');
    await keyboard.press('Enter');
    await desk.page.waitForURL(/words=/);
    expect(await rows(desk).count()).toBe(1);
    expect(await rows(desk).textContent()).toContain('区房管局');
    await desk.page.getByLabel('关键词').fill('噪声');
    await keyboard.press('Enter');
    await desk.sees('没有符合关键词的先例');
    await desk.press('清除');
    await desk.page.getByRole('link', { name: passed.number }).waitFor();

    const stranger = await deskOf('zhujiajiao-lianluo');
    await opens(stranger, '归属先例');
    await stranger.sees(passed.number);
    expect(await rows(stranger).textContent()).not.toContain('高架');
    expect(await rows(stranger).getByRole('link').count()).toBe(0);
  });

  test('the buck-passing list tells of a month which units had a case, one after another', async () => {
    const desk = await deskOf('duban');
    await opens(desk, '推诿清单');
    const list = desk.page.getByRole('table', { name: '推诿清单' }).locator('tbody');
    await list.getByRole('link', { name: passed.number }).waitFor();
    expect(await list.locator('ol li').allTextContents()).toEqual([
      expect.stringMatching(/^夏阳 .+ 至 .+/),
      expect.stringMatching(/^徐泾 .+ 至 .+/),
    ]);
    expect(await list.textContent()).toContain('2 次');
    await mustBeClean(desk, 'buck-passing');
    await desk.page.getByRole('button', { name: '夏阳 1' }).focus();
    await desk.page.keyboard.press('Enter');
    await desk.page.waitForURL(/unit=xiayang/);
    await list.getByRole('link', { name: passed.number }).waitFor();
    await desk.page.goto(desk.page.url().replace('unit=xiayang', 'unit=zhujiajiao'));
    await desk.sees('该单位没有列入的案件');
    await desk.press('上月');
    await desk.page.getByRole('button', { name: '夏阳 1' }).waitFor({ state: 'detached' });
    expect(await axeFindings(desk)).toEqual([]);
    await desk.page.getByRole('button', { name: '下月', exact: true }).waitFor();
  });

  test('a proposal is decided by keyboard, with a measure that fits it, and by whom is told', async () => {
    const [desk, other] = await Promise.all([deskOf('duban'), deskOf('quling')]);
    await opens(desk, '督办建议');
    await opens(other, '督办建议');
    const panel = ({ page }: Desk) =>
      page
        .getByRole('article')
        .filter({ hasText: late.number })
        .filter({ hasText: '朱家角镇' })
        .first();
    await panel(desk).waitFor();
    await panel(other).getByRole('button').click();
    await mustBeClean(desk, 'proposals');

    const { keyboard } = desk.page;
    await panel(desk).getByRole('button').focus();
    await keyboard.press('Enter');
    await desk.page.locator('input[type=radio]:focus').waitFor();
    await desk.press('确认决定');
    await desk.sees('请选择决定');
    await desk.page.getByLabel('不采纳').check();
    await panel(desk).getByLabel('理由').getByText('已整改到位').click();
    await mustBeClean(desk, 'proposal-form');
    await desk.page.getByLabel('采纳', { exact: true }).check();
    await panel(desk).getByLabel('约谈').check();
    await desk.press('确认决定');
    await desk.sees('已保存:朱家角镇 挂牌督办或约谈,采纳(约谈)');
    await desk.page.getByRole('button', { name: '已决定 1' }).click();
    expect(await panel(desk).textContent()).toMatch(/采纳 · 约谈.*督办员/);
    await mustBeClean(desk, 'proposals-decided');

    await other.page.getByLabel('不采纳').check();
    await panel(other).getByText('记录有误').click();
    await other.press('确认决定');
    await other.sees('这条建议已有决定');
    await other.press('查看已作出的决定');
    await other.page.getByRole('button', { name: '已决定 1' }).click();
    expect(await panel(other).textContent()).toMatch(/采纳 · 约谈.*督办员/);
  });

  test('an escalation is taken up from the list by keyboard, answered, and leaves it', async () => {
    const desk = await deskOf('duban');
    await opens(desk, '升级处置');
    await desk.sees('共 1 件待处置');
    await mustBeClean(desk, 'escalations');
    await desk.page.getByRole('navigation').getByRole('link', { name: '升级处置' }).blur();
    await desk.page.keyboard.press('j');
    await desk.page.keyboard.press('Enter');
    await desk.page.getByRole('heading', { name: late.number }).waitFor();
    await desk.sees('升级待处置');
    await mustBeClean(desk, 'escalated-case');
    await step(desk, '催办', () => desk.fill('说明', '请今日签收并回复'));
    expect(await desk.page.getByText('升级待处置').count()).toBe(0);
    await desk.page.getByRole('link', { name: '← 返回列表' }).click();
    await desk.sees('没有等待处置的升级');
    expect(new URL(desk.page.url()).pathname).toBe('/escalations');
    await desk.page.getByRole('link', { name: '升级处置', exact: true }).waitFor();
  });
});
