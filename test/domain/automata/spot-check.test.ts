import { heldAgainst } from './held-against.ts';
import { spotCheck } from './spot-check.ts';

heldAgainst(spotCheck);
