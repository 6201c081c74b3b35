/** The clock of the supervisor who owes an answer to an escalation. */
export const ESCALATION = 'escalation';

/** The commands of which any one answers it. */
export const ANSWERING = ['urge', 'issueOrder', 'takeOver', 'changeLead'] as const;
