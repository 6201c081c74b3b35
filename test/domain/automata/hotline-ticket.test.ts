import { heldAgainst } from './held-against.ts';
import { hotlineTicket } from './hotline-ticket.ts';

heldAgainst(hotlineTicket);
