import { heldAgainst } from './held-against.ts';
import { illegalBuilding } from './illegal-building.ts';

heldAgainst(illegalBuilding);
