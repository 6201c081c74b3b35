import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { personsIn } from '../../api/queries/case-detail.ts';
import { fieldsOfStep } from '../../api/views/timeline-fields.ts';
import type { CaseEvent, StepData } from '../../domain/case-state.ts';
import * as form from '../../domain/case-types/inputs.ts';
import type { CaseType } from '../../domain/define-case-type.ts';
import { freeText } from '../../domain/sealing.ts';
import * as ticket from '../domain/case-types/hotline-ticket/ticket.ts';

const KINDS = { SAND: '砂石', SOIL: '渣土' };
const input = z.strictObject({
  officer: form.colleague('执法人员', 'caseOfficer'),
  second: form.colleague('第二执法人员', 'caseOfficer').optional(),
  section: form.section('科室'),
  fine: form.fen('罚款'),
  cost: form.fen('费用', 0).optional(),
  volume: form.count('方量', 1, 1000),
  day: form.date('日期'),
  heardAt: form.instant('听证时间'),
  kind: form.choice('种类', KINDS),
  kinds: z.array(form.choice('各类', KINDS)).min(1),
  others: z.array(form.colleague('其他人员', 'caseOfficer')).optional(),
  agreed: z.boolean().meta({ title: '同意' }).optional(),
  note: freeText('说明').optional(),
  party: form.contact('当事人'),
});

const PEOPLE: Readonly<Record<string, string>> = { p1: '执法人员甲', p2: '执法人员乙' };
const { state } = ticket.received();
const type = { opens: ticket.received().rules.type.opens, commands: {} } as unknown as CaseType;

const context = {
  type: ticket.received().rules.type,
  state,
  directory: {
    unit: (code: string | null | undefined) =>
      code ? { code, name: `${code} 全称`, short: code } : null,
    person: (id: string) => (PEOPLE[id] === undefined ? undefined : { name: PEOPLE[id] }),
  },
  text: (id: string) => `正文 ${id}`,
};

const event = (data: StepData): CaseEvent => ({ ...eventFrame, data });
const eventFrame = { ...(ticket.received().events[0] as CaseEvent), type: 'Filed' };

const shown = (values: object): Readonly<Record<string, string>> =>
  Object.fromEntries(
    fieldsOfStep(context, input, event({ input: values })).map(({ title, value }) => [
      title,
      value,
    ]),
  );

test('people, sections, money, times and choices are shown in words', () => {
  expect(
    shown({
      officer: 'p1',
      second: 'p2',
      section: 'xiayang-ops',
      fine: 5_000_050,
      cost: 0,
      volume: 12,
      day: '2026-11-28',
      heardAt: Date.parse('2026-11-28T09:30:00+08:00'),
      kind: 'SAND',
      kinds: ['SAND', 'SOIL'],
      others: ['p2', 'p3'],
      agreed: true,
      note: { sealed: 'n1', digest: '…' },
      party: { sealed: 'i1', digest: '…' },
    }),
  ).toEqual({
    执法人员: '执法人员甲',
    第二执法人员: '执法人员乙',
    科室: 'xiayang-ops 全称',
    罚款: '50000.50 元',
    费用: '0.00 元',
    方量: '12',
    日期: '2026-11-28',
    听证时间: '2026-11-28 09:30',
    种类: '砂石',
    各类: '砂石、渣土',
    其他人员: '执法人员乙、p3',
    同意: '是',
    说明: '正文 n1',
  });
});

test('what was left out, or answered with no, is not shown', () => {
  expect(shown({ kind: 'SOIL', agreed: false })).toEqual({ 种类: '渣土' });
});

test('a notice from a linked case is told by the label of its step there', () => {
  const link = {
    kind: 'conversion',
    end: 'to',
    caseId: 'case-2',
    number: 'QPHT2026-000002',
    type: 'hotline-ticket',
    at: 0,
  } as const;
  const told = (number: string, name: string) =>
    fieldsOfStep(
      { ...context, state: { ...state, links: [link] } },
      form.linkedStep,
      event({ input: { number, event: name } }),
    );
  expect(told('QPHT2026-000002', 'TicketDispatched')).toEqual([
    { title: '关联案件', value: '12345 工单 QPHT2026-000002:派单' },
  ]);
  expect(told('QPHT2026-000002', 'TicketReceived')[0]?.value).toMatch(/:受理$/);
  expect(told('QPHT2026-000002', 'Unheard')).toEqual([
    { title: '关联案件', value: '12345 工单 QPHT2026-000002' },
  ]);
  expect(told('QPXF2026-000001', 'Filed')[0]?.value).toBe('QPXF2026-000001');
});

test('whom a step appoints is looked up by name', () => {
  const named = {
    ...type,
    commands: { file: { label: '立案', event: 'Filed', input } },
  } as unknown as CaseType;
  const filed = event({ input: { officer: 'p1', second: 'p2', others: ['p3'], kind: 'SAND' } });
  expect(personsIn(named, [filed])).toEqual([filed.actor, 'p1', 'p2', 'p3']);
  expect(personsIn(named, [event({ input: { officer: 'p1' } })])).toEqual([filed.actor, 'p1']);
});
