import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { civilDate, DAY, dayOf } from '../../domain/calendar/civil.ts';
import { audit } from '../../engine/audit/audit.ts';
import { query } from '../../engine/database.ts';
import { withYear } from '../support/calendars.ts';
import { signInAll } from '../support/sign-in-all.ts';
import { startSystem, type System } from '../support/system.ts';
import { eventually } from '../support/waiting.ts';
import {
  chromiumPath,
  type Desk,
  launchChromium,
  mustBeClean,
  openDesk,
  signInAt,
} from './browser.ts';

const withBrowser = chromiumPath ? describe : describe.skip;

const VERSION = 'qingpu-2027.1';

let system: System;
let browser: Browser;
/** Open, and its date would move. */
let ticket: { readonly caseId: string; readonly number: string };
/** An event of it was taken away. */
let broken: { readonly caseId: string; readonly number: string };

const deskOf = async (account: string): Promise<Desk> =>
  signInAt(await openDesk(browser, system.url), account);

const opens = async (desk: Desk, register: string): Promise<void> => {
  await desk.page.getByRole('navigation').getByRole('link', { name: register }).click();
  await desk.page.getByRole('heading', { name: register, exact: true }).waitFor();
};

const auditNow = () => audit({ engine: system.engine, client: system.client, taskQueue: 'bihuan' });

/** As somebody with the owner's rights could. */
const takeAway = (sql: string, caseId: string): Promise<unknown> =>
  query(
    system.engine.pool,
    `DO $$ BEGIN SET LOCAL session_replication_role = replica; ${sql.replaceAll('$1', `'${caseId}'`)}; END $$`,
    [],
  );

/** As the State Council might publish it: 2027 with every holiday that the law gives. */
const HOLIDAYS = withYear(2027, {})
  .notices.at(-1)
  ?.holidays.map(({ name, from, to }) => `${name} ${from} 至 ${to}`)
  .join('\n');

withBrowser('the pages of rules and audits', () => {
  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem(), launchChromium()]);
    const [dispatcher] = await signInAll(system, 'paidan1');
    ticket = (await dispatcher.open()).body;
    broken = (await dispatcher.open({ address: '崧泽大道' })).body;
    for (const { caseId } of [ticket, broken]) {
      await dispatcher.command(caseId, 'dispatch', { leadUnit: 'xiayang' });
    }
  });
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  test('an audit that found nothing says so, and one that did says what a person has to do', async () => {
    const desk = await deskOf('duban');
    await opens(desk, '夜间核对');
    await desk.sees('还没有核对报告');
    await takeAway('DELETE FROM clock WHERE case_id = $1', ticket.caseId);
    await takeAway('DELETE FROM case_event WHERE case_id = $1 AND version = 2', broken.caseId);
    await auditNow();
    await desk.page.reload();
    await desk.page.locator('tbody tr').first().click();
    const report = desk.page.getByRole('article');
    await report.getByText('日志缺号').first().waitFor();
    const said = await report.textContent();
    expect(said).toContain(broken.number);
    expect(said).toContain('从备份中恢复缺少的日志记录');
    expect(said).toMatch(new RegExp(`${ticket.number}时钟行与日志不符.*已自动修复`));
    await desk.page.getByText('到点未记').first().waitFor();
    await mustBeClean(desk, 'audits');
    await report.getByRole('link', { name: ticket.number }).first().click();
    await desk.page.getByRole('heading', { name: ticket.number }).waitFor();
  });

  test('limits are drafted, tried on what happened, proposed, approved by another, and open cases go on under them by an approved list', async () => {
    const proposer = await deskOf('duban');
    await opens(proposer, '规则');
    await proposer.press('拟订时限新版本');
    await proposer.fill('版本号', VERSION);
    await proposer.fill('生效日期', civilDate(dayOf(Date.now()) + 1));
    await proposer.fill('依据', '区级文件');
    await proposer.fill('第 1 项时限', '办理(求助');
    await proposer.page.getByText('办理(求助、投诉)').last().click();
    await proposer.fill('第 1 项新时限', '9');
    await proposer.press('推演近 90 天');
    await proposer.sees(/近 90 天 \d+ 件重算:\d+ 件有变化.*升级增加 \d+ 次/);
    await mustBeClean(proposer, 'rule-draft');
    await proposer.fill('第 1 项新时限', '8');
    await proposer.page.locator('.draft-effect').waitFor({ state: 'detached' });
    await proposer.fill('第 1 项新时限', '9');
    await proposer.press('提出新版本');
    await proposer.sees(`已提出时限新版本 ${VERSION},待另一人批准`);
    await proposer.press(`批准发布:${VERSION}`);
    await proposer.sees('提出人不能自己批准');
    const other = await deskOf('quling');
    await opens(other, '规则');
    await other.press(`批准发布:${VERSION}`);
    await other.sees(`已发布 ${VERSION}`);
    await mustBeClean(other, 'rules');

    system.clock.offset = DAY;
    const [own, approver] = await Promise.all([deskOf('duban'), deskOf('quling')]);
    await opens(own, '规则');
    await own.press('在办案件改用其他版本');
    await own.page.getByText(`时限与级别 ${VERSION}`).last().click();
    await own.press('列出变动清单');
    await own.sees('件的时限将变动,待另一人批准');
    await own.page.getByText('逐件查看新旧到期日与级别').click();
    await own.page.getByRole('link', { name: ticket.number }).waitFor();
    await mustBeClean(own, 'rule-change');

    await opens(approver, '规则');
    await approver.press(`批准改用:${VERSION}`);
    await approver.sees(`批准改用:${VERSION}`);
    await eventually('the change to be carried out', async () => {
      const [row] = await query<{ done: boolean }>(
        system.engine.pool,
        'SELECT finished_at IS NOT NULL AS done FROM rule_change',
      );
      return row?.done;
    });
    await approver.page.reload();
    await approver.sees(/已改用 2 件/);
    await mustBeClean(approver, 'rule-change-done');
  });

  test('a holiday notice is typed in line by line, and what cannot be read or is left out is said', async () => {
    const desk = await deskOf('duban');
    await opens(desk, '规则');
    await desk.press('录入放假通知');
    await desk.fill('版本号', 'cn-2024-2027');
    await desk.fill('年份', '2027');
    await desk.fill('文号', '国办发明电〔2026〕9号');
    await desk.fill('发文日期', '2026-11-04');
    await desk.fill('放假日期', '元旦 1月1日');
    await desk.press('提出新版本');
    await desk.sees('第 1 项“元旦 1月1日”读不出');
    await mustBeClean(desk, 'holiday-notice');
    await desk.fill('放假日期', '元旦 2027-01-01 至 2027-01-03');
    await desk.fill('调休上班日', '2027-01-09');
    await desk.press('提出新版本');
    await desk.sees('2027 年:缺少春节');
    await desk.fill('放假日期', HOLIDAYS ?? '');
    await desk.press('提出新版本');
    await desk.sees('已提出放假安排 cn-2024-2027,待另一人批准');
  });
});
