import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../prisma/demo-people.ts';

/** The screen that most government desks have. */
const SCREEN = { width: 1366, height: 768 };
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const PLACES = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A Chromium of this machine; CHROMIUM names another one. */
export const chromiumPath = PLACES.find((path) => path !== undefined && existsSync(path));

export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    ...(chromiumPath && { executablePath: chromiumPath }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--lang=zh-CN',
    ],
  });

/** Takes away what browsers of government desks do not have yet: they end at Chromium 109. */
const OLDER = `
  for (const name of ['toReversed', 'toSorted', 'toSpliced', 'with']) delete Array.prototype[name];
  for (const [of, name] of [[Object, 'groupBy'], [Map, 'groupBy'], [Array, 'fromAsync'], [Promise, 'withResolvers'],
    [Promise, 'try'], [URL, 'canParse'], [AbortSignal, 'any']]) delete of[name];
  for (const name of ['isWellFormed', 'toWellFormed']) delete String.prototype[name];
  for (const name of ['union', 'intersection', 'difference', 'isSubsetOf']) delete Set.prototype[name];
`;

/** One person's browser window. */
export interface Desk {
  readonly page: Page;
  /** What the browser complained about, apart from asking whether somebody is signed in. */
  readonly complaints: string[];
  /** Presses a button of that name. */
  press(name: string): Promise<void>;
  /** Fills the field of that label. */
  fill(label: string, text: string): Promise<void>;
  /** Resolves when the text can be seen. */
  sees(text: string | RegExp): Promise<void>;
}

/** Opens the console in a window of its own, nobody signed in. */
export async function openDesk(browser: Browser, url: string): Promise<Desk> {
  const context = await browser.newContext({
    viewport: SCREEN,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  await context.addInitScript({ content: OLDER });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    const asking = message.location().url === `${url}/api/session`;
    if (message.type() === 'error' && !asking) complaints.push(message.text());
  });
  await page.goto(url);
  return {
    page,
    complaints,
    press: (name) => page.getByRole('button', { name, exact: true }).click(),
    fill: (label, text) => page.getByLabel(label, { exact: true }).fill(text),
    sees: (text) => page.getByText(text).first().waitFor(),
  };
}

/** Signs in by keyboard alone, as people do. */
export async function signInAt(desk: Desk, account: string): Promise<Desk> {
  const { keyboard } = desk.page;
  await desk.page.getByLabel('账号').waitFor();
  await keyboard.type(account);
  await keyboard.press('Tab');
  await keyboard.type(DEMO_PASSWORD);
  await keyboard.press('Enter');
  await desk.page.getByRole('heading', { name: '工作列表' }).waitFor();
  return desk;
}

/** What axe finds against WCAG 2.2 AA on the page as it stands, one line a finding. */
export async function axeFindings({ page }: Desk): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Pixels by which the page is wider than the screen. */
export const overflow = ({ page }: Desk): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');

let folder: Promise<string> | undefined;

/** Keeps a picture of the page, for people who look into a failure. Answers its path. */
export async function picture({ page }: Desk, name: string): Promise<string> {
  folder ??= mkdtemp(join(tmpdir(), 'bihuan-console-'));
  const path = join(await folder, `${name}.png`);
  await page.screenshot({ path });
  return path;
}

/** The page as it stands is accessible, fits the screen, and the browser had nothing to say. */
export async function mustBeClean(desk: Desk, name: string): Promise<void> {
  await picture(desk, name);
  expect({ name, found: await axeFindings(desk) }).toEqual({ name, found: [] });
  expect({ name, tooWide: await overflow(desk) }).toEqual({ name, tooWide: 0 });
  expect({ name, complaints: desk.complaints }).toEqual({ name, complaints: [] });
}
