import { heldAgainst } from './held-against.ts';
import { supervisionMatter } from './supervision-matter.ts';

heldAgainst(supervisionMatter);
