import { heldAgainst } from './held-against.ts';
import { wasteCase } from './waste-case.ts';

heldAgainst(wasteCase);
