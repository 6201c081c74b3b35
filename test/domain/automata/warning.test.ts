import { heldAgainst } from './held-against.ts';
import { warning } from './warning.ts';

heldAgainst(warning);
