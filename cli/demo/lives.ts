import type { Life } from './life.ts';
import { building } from './lives/building.ts';
import { hazard } from './lives/hazard.ts';
import { petition } from './lives/petition.ts';
import { warning } from './lives/warning.ts';
import { waste } from './lives/waste.ts';

/** Cases of every type but the ticket, which has a file of samples; some become cases of other types on the way. */
export const LIVES: readonly Life[] = [petition, waste, hazard, building, warning];
