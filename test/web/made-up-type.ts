import type { Route } from 'playwright-core';
import type { CaseTypeInfo, FieldSchema } from '../../web/server/case-type.ts';
import type { Desk } from './browser.ts';

const text = (title: string, more: FieldSchema = {}): FieldSchema => ({
  type: 'string',
  title,
  ...more,
});

/** Asks for one field of every kind. */
const schema: FieldSchema = {
  type: 'object',
  required: ['text', 'address', 'heard', 'kind', 'second', 'endedOn'],
  properties: {
    party: {
      type: 'object',
      title: '当事人',
      sealed: 'identity',
      required: ['name', 'phone'],
      properties: { name: text('姓名'), phone: text('电话') },
    },
    text: text('案情', { widget: 'textarea' }),
    address: text('地点'),
    heard: { type: 'boolean', title: '已听取意见' },
    kind: text('处理', {
      enum: ['FINE', 'SEIZE', 'WARN'],
      labels: { FINE: '罚款', SEIZE: '没收', WARN: '警告' },
    }),
    amount: {
      type: 'integer',
      title: '金额',
      widget: 'fen',
      minimum: 1,
      maximum: 100_000_000_000,
      requiredWhen: { kind: ['FINE', 'SEIZE'] },
    },
    second: text('第二名人员', { widget: 'colleague', role: 'handler' }),
    section: text('承办科室', { widget: 'section' }),
    endedOn: text('终了日', { widget: 'date' }),
    other: text('原案件', { widget: 'case', pattern: String.raw`^[A-Z]{2,6}\d{4}-\d{6,}$` }),
    documentNumber: text('文号', {
      widget: 'documentNumber',
      pattern: String.raw`^[\u4e00-\u9fff]{1,12}〔\d{4}〕\d{1,6}号$`,
    }),
    order: text('督办单号', { widget: 'order' }),
    site: text('点位', { widget: 'thing' }),
    times: { type: 'integer', title: '次数', minimum: 1, maximum: 9 },
  },
};

/** A case type that no release holds: the console must serve it by its definition alone. */
export const MADE_UP: CaseTypeInfo = {
  id: 'made-up',
  label: '演练案件',
  roles: [
    { role: 'dispatcher', at: 'centre' },
    { role: 'handler', at: 'unit' },
  ],
  stages: [
    { stage: 'pendingDispatch', label: '待交办', ended: false },
    { stage: 'hearing', label: '听证中', ended: false },
    { stage: 'closed', label: '已结案', ended: true },
  ],
  opens: { label: '登记', schema, allowed: true },
  commands: [],
};

/** Changes what the API answers on its way to the console. */
export async function answering<Answer>(
  { page }: Desk,
  path: string,
  change: (answer: Answer) => object,
): Promise<void> {
  await page.route(path, async (route: Route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: change((await response.json()) as Answer) });
  });
}

/** The made-up type stands beside those of the release. */
export const withMadeUpType = (desk: Desk): Promise<void> =>
  answering<{ types: readonly CaseTypeInfo[] }>(desk, '**/api/case-types', ({ types }) => ({
    types: [...types, MADE_UP],
  }));
