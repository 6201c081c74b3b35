import { general } from './refusals/general.ts';
import { hazard } from './refusals/hazard.ts';
import { illegalBuilding } from './refusals/illegal-building.ts';
import { links } from './refusals/links.ts';
import { oversight } from './refusals/oversight.ts';
import { petition } from './refusals/petition.ts';
import { rules } from './refusals/rules.ts';
import { supervision } from './refusals/supervision.ts';
import type { RefusalText } from './refusals/text.ts';
import { ticket } from './refusals/ticket.ts';
import { warning } from './refusals/warning.ts';
import { wasteCase } from './refusals/waste-case.ts';
import { wasteLead } from './refusals/waste-lead.ts';
import { wastePerformance } from './refusals/waste-performance.ts';

export type { RefusalText } from './refusals/text.ts';

const TEXTS = {
  ...general,
  ...links,
  ...oversight,
  ...ticket,
  ...petition,
  ...wasteLead,
  ...wasteCase,
  ...wastePerformance,
  ...hazard,
  ...supervision,
  ...illegalBuilding,
  ...warning,
  ...rules,
};

/** Why a command was refused. Closed: a code without its Chinese text does not compile. */
export type RejectionCode = keyof typeof TEXTS;

/** What people read, by code; `{name}` is filled from the refusal's details. */
export const REFUSAL_TEXTS: Readonly<Record<RejectionCode, RefusalText>> = TEXTS;
