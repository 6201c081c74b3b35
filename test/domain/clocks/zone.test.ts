import { describe, expect, test } from '@jest/globals';
import { inZone } from '../../support/in-zone.ts';
import { at } from '../../support/moments.ts';

describe.each(['America/New_York', 'Pacific/Auckland', 'Asia/Shanghai'])(
  'in a process that lives in %s',
  (zone) => {
    test('the same petition has the same dates, levels and ledger', () => {
      const told = inZone(
        zone,
        `import { cn2024to2026 as calendar } from './domain/calendar/cn-2024-2026.ts';
         import { ledgerText } from './domain/clocks/ledger-text.ts';
         import { planOf } from './domain/clocks/plan.ts';
         import { deadlineOf, ladderOf } from './domain/policy/policy.ts';
         import { qingpu2026 } from './domain/policy/qingpu-2026.ts';
         const { counting } = deadlineOf(qingpu2026, 'petition.handle60');
         const ladder = ladderOf(qingpu2026, 'petition.handle60');
         const start = ${at('2025-08-04 23:30')};
         const facts = { pauses: [], extensions: [] };
         const plan = planOf(counting, ladder, start, calendar, facts);
         console.log(JSON.stringify([plan, ledgerText({ counting, start, calendar, facts })]));`,
      );
      expect(told).toEqual([
        {
          nominal: '2025-10-03',
          statutoryDue: at('2025-10-09 23:59:59'),
          internalDue: at('2025-09-30 17:00'),
          provisional: false,
          levels: [
            { level: 'L0', at: at('2025-09-02 14:00') },
            { level: 'L1', at: at('2025-09-19 14:36') },
            { level: 'L2', at: at('2025-10-09 23:59:59') },
            { level: 'L3', at: at('2025-10-10 23:59:59') },
            { level: 'L4', at: at('2025-10-13 23:59:59') },
            { level: 'L5', at: at('2025-10-15 23:59:59') },
          ],
        },
        '60 日,自 2025-08-04(周一)的次日起算;节假日不扣除;末日 2025-10-03(周五)为国庆节、中秋节,顺延至 2025-10-09(周四)届满。',
      ]);
    });
  },
);
