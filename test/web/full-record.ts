import type { AvailableCommand, CaseDetail } from '../../web/server/case-detail.ts';

const AT = '2026-11-23T09:00:00+08:00';
const town = { code: 'xujing', short: '徐泾' };

/** A case that nobody asked for, with something of everything that a case can have on record. */
export const fullRecord = (detail: CaseDetail): CaseDetail => ({
  ...detail,
  caller: null,
  documents: [
    { kind: 'order', label: '督办单', number: '青督〔2026〕7号', issuedAt: AT, servedAt: null },
    {
      kind: 'opinion',
      label: '处理意见书',
      number: '青信意〔2026〕12号',
      issuedAt: AT,
      servedAt: AT,
    },
  ],
  links: [
    {
      kind: 'conversion',
      label: '转出',
      end: 'to',
      number: 'QPXF2026-000009',
      typeLabel: '信访件',
      at: AT,
      endedAt: AT,
    },
  ],
  orders: [
    {
      number: '青督〔2026〕7号',
      sourceLabel: '领导批示',
      level: 2,
      dueOn: '2026-12-01',
      status: 'AWAITING_REPLY',
      statusLabel: '待答复',
    },
  ],
  precedents: [
    {
      caseId: null,
      number: 'QPHT2025-000042',
      topicLabel: '共享单车',
      town,
      leadUnit: town,
      at: AT,
    },
  ],
  similar: [
    {
      number: 'QPHT2026-000002',
      typeLabel: '12345 工单',
      stageLabel: '已办结',
      matter: '求助、投诉',
      town,
      receivedAt: AT,
      sameMatter: true,
      sameTown: false,
    },
  ],
  clocks: detail.clocks.map((clock) => ({
    ...clock,
    label: '督办答复时限',
    object: '青督〔2026〕7号',
  })),
});

const step = (n: number, allowed: boolean): AvailableCommand => ({
  command: `step${allowed}${n}`,
  label: `${allowed ? '登记' : '送达'}第 ${n} 项`,
  allowed,
  ...(!allowed && {
    refusal: { code: 'NOT_YET', what: '尚不能送达', rule: '签发之后方可送达', todo: '请先签发' },
  }),
});

const upTo = (most: number): readonly number[] => Array.from({ length: most }, (_, n) => n + 1);

/** What long case types come to: a dozen steps besides the one that moves the case on, and a dozen that are not possible. */
export const manySteps = (detail: CaseDetail): CaseDetail => ({
  ...detail,
  availableCommands: [
    ...upTo(12).map((n) => step(n, true)),
    ...detail.availableCommands.filter(({ allowed }) => allowed),
    ...upTo(12).map((n) => step(n, false)),
  ],
});
