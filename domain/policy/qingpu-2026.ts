import { cn2024to2026 } from '../calendar/cn-2024-2026.ts';
import { loadPolicy } from './load-policy.ts';
import type { Policy } from './policy.ts';
import { hazard } from './qingpu-2026/hazard.ts';
import { hotline } from './qingpu-2026/hotline.ts';
import { ladders } from './qingpu-2026/ladders.ts';
import { illegalBuilding } from './qingpu-2026/illegal-building.ts';
import { report, supervision } from './qingpu-2026/others.ts';
import { petition } from './qingpu-2026/petition.ts';
import { warning } from './qingpu-2026/warning.ts';
import { wasteCase } from './qingpu-2026/waste-case.ts';
import { wasteLead } from './qingpu-2026/waste-lead.ts';

/** The rules of Qingpu district in force from 2024-01-01; each value with the source it rests on. */
export const qingpu2026: Policy = loadPolicy(
  {
    version: 'qingpu-2026.1',
    effectiveFrom: '2024-01-01',
    rules: {
      ...hotline,
      ...petition,
      ...wasteLead,
      ...wasteCase,
      ...hazard,
      ...illegalBuilding,
      ...warning,
      ...report,
      ...supervision,
    },
    ladders,
  },
  cn2024to2026,
);
