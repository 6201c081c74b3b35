import { heldAgainst } from './held-against.ts';
import { wasteLead } from './waste-lead.ts';

heldAgainst(wasteLead);
