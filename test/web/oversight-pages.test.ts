import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { civilDate, DAY, dayOf } from '../../domain/calendar/civil.ts';
import { audit } from '../../engine/audit/audit.ts';
import { query } from '../../engine/database.ts';
import type { Person } from '../support/people.ts';
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
let supervisor: Person;
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

withBrowser('the pages of rules and audits', () => {
  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem(), launchChromium()]);
    const [dispatcher, lead] = await signInAll(system, 'paidan1', 'duban');
    supervisor = lead;
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

  test('a version is approved by another, and open cases go on under it by an approved list', async () => {
    const proposed = await supervisor.post('/api/rules', {
      kind: 'policy',
      version: VERSION,
      basis: '区级文件',
      effectiveFrom: civilDate(dayOf(Date.now()) + 1),
      limits: { 'hotline.handle.ASSIST_COMPLAINT': 9 },
    });
    expect(proposed.status).toBe(201);
    const proposer = await deskOf('duban');
    await opens(proposer, '规则');
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
});
