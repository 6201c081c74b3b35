import { describe, expect, test } from '@jest/globals';
import { caseDetailView } from '../../api/views/case-detail.ts';
import type { CaseEvent } from '../../domain/case-state.ts';
import type { CaseLink } from '../../domain/definition/links.ts';
import { evolve } from '../../domain/evolve.ts';
import * as ticket from '../domain/case-types/hotline-ticket/ticket.ts';
import type { CaseUnderTest } from '../support/given.ts';
import { at } from '../support/moments.ts';

const ORDER = { source: 'CITY', grounds: 'OVERDUE', requirement: '限期办结', dueOn: '2026-11-28' };
const NOTE = { note: '已办理' };

/** The page of a case that lives in memory. */
const pageOf = ({ state, events, now }: CaseUnderTest) =>
  caseDetailView(
    {
      number: 'QPHT2026-000001',
      state,
      dueAt: null,
      events,
      holdings: [{ unit: 'greening', part: 'lead', from: new Date(now), to: null }],
      erased: false,
      text: (id) => id,
      identity: () => ({ name: '陈测试', phone: '13900000000' }),
    },
    ticket.supervisor,
    {
      unit: (code) => (code ? { code, name: code, short: code } : null),
      person: () => ({ name: '督办员' }),
    },
    now,
  );

const ordered = () => ticket.inProgress().does('issueOrder', ticket.supervisor, ORDER);

describe('a supervision order', () => {
  const statuses = (one: CaseUnderTest) =>
    pageOf(one).orders.map(({ level, status, statusLabel }) => [level, status, statusLabel]);

  test('is shown with where it comes from and its own date', () => {
    const { orders, documents } = pageOf(ordered());
    expect(orders).toEqual([
      {
        number: '青督〔2026〕1号',
        source: 'CITY',
        sourceLabel: '市督办',
        level: 1,
        dueOn: '2026-11-28',
        status: 'AWAITING_REPLY',
        statusLabel: '待答复',
      },
    ]);
    expect(documents).toEqual([
      {
        kind: 'supervisionOrder',
        label: '督办单',
        number: '青督〔2026〕1号',
        issuedAt: '2026-11-23T09:00:00+08:00',
        servedAt: null,
      },
    ]);
  });

  test('goes from answer to decision, and a refused answer raises it', () => {
    const one = ordered();
    expect(statuses(one)).toEqual([[1, 'AWAITING_REPLY', '待答复']]);
    one.does('replyOrder', ticket.unitLead, NOTE);
    expect(statuses(one)).toEqual([[1, 'REPLIED', '已答复待审']]);
    one.does('rejectReply', ticket.supervisor, NOTE);
    expect(statuses(one)).toEqual([[2, 'AWAITING_REPLY', '待答复']]);
    one.does('replyOrder', ticket.unitLead, NOTE).does('acceptReply', ticket.supervisor, NOTE);
    expect(statuses(one)).toEqual([[2, 'CLOSED', '已销号']]);
    expect(pageOf(ticket.inProgress()).orders).toEqual([]);
  });

  test('explains its date by what it says, not by counting', () => {
    const clock = pageOf(ordered()).clocks.find(({ clock: name }) => name === 'orderReply');
    // A Saturday: nothing moves it.
    expect(clock).toMatchObject({
      object: '青督〔2026〕1号',
      statutoryDue: '2026-11-28T23:59:59+08:00',
      limitText: '至 2026-11-28',
      ledgerShort: '至 2026-11-28:文书载明的日期,不顺延',
    });
    expect(clock?.ledgerText).toMatch(
      /^.+:督办单、通知书等文书定于 2026-11-28\(周六\)24 时前,不因节假日提前或顺延;自 2026-11-23\(周一\)起。依据:.+。规则 qingpu-2026\.1。$/,
    );
    expect(clock?.ledger.at(-1)).toMatchObject({ date: '2026-11-28', kind: 'counted' });
    const counted = (clock?.ledger ?? []).reduce((sum, entry) => sum + entry.counted, 0);
    expect(counted).toBe(5);
  });

  test('without a date of its own is counted by the rule', () => {
    const { dueOn: _date, ...plain } = { ...ORDER, source: 'INTERNAL' };
    const one = ticket.inProgress().does('issueOrder', ticket.supervisor, plain);
    const clock = pageOf(one).clocks.find(({ clock: name }) => name === 'orderReply');
    expect(clock).toMatchObject({ limitText: '3 个工作日' });
    expect(pageOf(one).orders[0]).toMatchObject({ sourceLabel: '督办员', dueOn: null });
  });

  test('is named in the timeline by its number', () => {
    const entry = pageOf(ordered()).timeline.at(-1);
    expect(entry?.fields).toEqual(
      expect.arrayContaining([
        { title: '来源', value: '市督办' },
        { title: '答复期限', value: '2026-11-28' },
        { title: '督办单', value: '青督〔2026〕1号' },
      ]),
    );
  });
});

/** A case in which a step tied others, or untied them. */
function tied(linked: readonly CaseLink[], unlinked: readonly CaseLink[] = []): CaseUnderTest {
  const one = ticket.inProgress();
  for (const data of [{ linked }, ...(unlinked.length > 0 ? [{ unlinked }] : [])]) {
    const last = one.events.at(-1) as CaseEvent;
    const event: CaseEvent = {
      ...last,
      version: one.state.version + 1,
      type: 'ProgressRecorded',
      at: at('2026-11-23 10:00'),
      data: { input: { note: { sealed: '已办理', digest: '…' } }, ...data },
    };
    one.events.push(event);
    one.state = evolve(one.state, event);
  }
  return one;
}

const link = (kind: CaseLink['kind'], end: CaseLink['end']): CaseLink => ({
  kind,
  end,
  caseId: `${kind}-${end}`,
  number: 'QPHT2026-000009',
  type: 'hotline-ticket',
});

describe('ties to other cases', () => {
  test.each([
    ['conversion', 'to', '转出'],
    ['conversion', 'from', '转入'],
    ['merge', 'to', '并入'],
    ['merge', 'from', '被并'],
    ['incident', 'to', '同诉(牵头件)'],
    ['incident', 'from', '同诉'],
    ['repeat', 'to', '重复(前件)'],
    ['repeat', 'from', '重复(后件)'],
  ] as const)('%s, the other at %s, is called %s', (kind, end, label) => {
    const { links, timeline } = pageOf(tied([link(kind, end)]));
    expect(links).toEqual([
      {
        kind,
        label,
        end,
        caseId: `${kind}-${end}`,
        number: 'QPHT2026-000009',
        type: 'hotline-ticket',
        typeLabel: '12345 工单',
        at: '2026-11-23T10:00:00+08:00',
        endedAt: null,
      },
    ]);
    expect(timeline.at(-1)?.fields).toContainEqual({
      title: label,
      value: '12345 工单 QPHT2026-000009',
    });
  });

  test('that were undone say since when, and the timeline tells it', () => {
    const merge = link('merge', 'to');
    const { links, timeline } = pageOf(tied([merge], [merge]));
    expect(links).toMatchObject([{ label: '并入', endedAt: '2026-11-23T10:00:00+08:00' }]);
    expect(timeline.at(-1)?.fields).toContainEqual({
      title: '解除并入',
      value: '12345 工单 QPHT2026-000009',
    });
  });
});

test('a case in which nobody asked shows nobody', () => {
  expect(pageOf(ticket.received()).caller).toEqual({ name: '陈**', phone: '139****0000' });
  const found = ticket.received();
  const { type } = found.rules;
  const { summary } = type;
  try {
    Object.assign(type, {
      summary: (facts: object) => ({ ...summary(facts as never), person: undefined }),
    });
    expect(pageOf(found).caller).toBeNull();
  } finally {
    Object.assign(type, { summary });
  }
});

test('holders say in what part', () => {
  expect(pageOf(ticket.inProgress()).holders).toMatchObject([{ part: 'lead', partLabel: '主办' }]);
});
