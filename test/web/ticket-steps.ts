import { type Desk, mustBeClean } from './browser.ts';

/** Takes the one step: opens its form, fills it, confirms it. */
export async function step(desk: Desk, label: string, fill: () => Promise<void> = async () => {}) {
  await desk.press(label);
  await fill();
  await desk.press(`确认${label}`);
  await desk.sees(`已保存:${label}`);
}

/** At once where the person may open one type of case, over the menu where there are several. */
async function openForm({ page }: Desk): Promise<void> {
  const menu = page.getByRole('button', { name: '新建', exact: true });
  await page.getByRole('link', { name: '受理', exact: true }).or(menu).click();
  if (await menu.isVisible()) await page.getByRole('link', { name: '受理 · 12345 工单' }).click();
  await page.getByRole('heading', { name: '受理 · 12345 工单' }).waitFor();
}

export async function receive(desk: Desk): Promise<string> {
  await openForm(desk);
  await desk.fill('姓名', '陈测试');
  await desk.fill('来电号码', '13900000000');
  await desk.fill('诉求内容', '公园路夜间有人乱倒建筑垃圾,要求尽快清理并回电');
  await desk.fill('地址', '公园路 100 号');
  await desk.press('保存受理');
  await desk.sees('请选择诉求类型');
  await desk.page.getByLabel('求助、投诉').check();
  await mustBeClean(desk, 'new-ticket');
  await desk.press('保存受理');
  await desk.sees('待派单');
  return (await desk.page.locator('h1').textContent()) ?? '';
}

export async function dispatch(desk: Desk): Promise<void> {
  await step(desk, '派单', async () => {
    await desk.page.getByLabel('主办单位').fill('xuj');
    await desk.page.keyboard.press('Enter');
    await desk.fill('派单意见', '请按时限办理');
    await mustBeClean(desk, 'case-form');
  });
  await desk.sees('待签收');
}

/** By keyboard alone: from the list into the case and through the step. */
export async function acknowledge(desk: Desk, number: string): Promise<void> {
  const { keyboard } = desk.page;
  await desk.sees(number);
  await mustBeClean(desk, 'worklist');
  await keyboard.press('j');
  await keyboard.press('Enter');
  await desk.page.getByRole('heading', { name: number }).waitFor();
  const button = desk.page.getByRole('button', { name: '签收', exact: true });
  await button.focus();
  await keyboard.press('Enter');
  await desk.page.getByRole('button', { name: '确认签收' }).waitFor();
  await keyboard.press('Enter');
  await desk.sees('已保存:签收');
}

/** On the page of the case. */
export async function handle(desk: Desk): Promise<void> {
  await step(desk, '先行联系', async () => {
    await desk.page.getByLabel('电话').check();
    await desk.fill('联系情况', '已电话联系市民');
  });
  await step(desk, '提交办理结果', async () => {
    await desk.page.getByLabel('解释说明', { exact: true }).check();
    await desk.page.getByLabel('解释说明内容与依据').waitFor();
    await desk.page.getByLabel('实际解决').check();
    await desk.page.getByLabel('解释说明内容与依据').waitFor({ state: 'detached' });
    await desk.fill('办理情况', '垃圾已清运');
    await desk.fill('处置前情况', '路边堆放约两吨');
    await desk.press('确认提交办理结果');
    await desk.sees('请填写处置后情况');
    await desk.fill('处置后情况', '已清理干净');
    await mustBeClean(desk, 'result-form');
  });
}

export async function answerCallback(desk: Desk): Promise<void> {
  const group = (name: string) => desk.page.getByRole('radiogroup', { name });
  await group('回访结果').getByLabel('已接通', { exact: true }).check();
  await group('是否先行联系').getByLabel('是', { exact: true }).check();
  await group('诉求是否解决').getByLabel('是', { exact: true }).check();
  await desk.page.getByLabel('满意度').fill('满意');
  await desk.page.keyboard.press('Enter');
}
