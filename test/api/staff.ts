import { type Answer, type Person, signIn } from '../support/people.ts';

/** Everybody a ticket of Xiayang passes through, and a stranger. */
const ACCOUNTS = {
  dispatcher: 'paidan1',
  secondDispatcher: 'paidan2',
  coordinator: 'xiayang-lianluo',
  handler: 'xiayang-chengban',
  unitLead: 'xiayang-fenguan',
  callbackAgent: 'huifang',
  supervisor: 'duban',
  stranger: 'xujing-lianluo',
} as const;

export type Staff = Readonly<Record<keyof typeof ACCOUNTS, Person>>;

export async function signInStaff(url: string): Promise<Staff> {
  const staff: Record<string, Person> = {};
  for (const [part, account] of Object.entries(ACCOUNTS)) staff[part] = await signIn(url, account);
  return staff as Staff;
}

/** An answer's body, or an error that shows what was answered instead. */
export function stored(answer: Answer): Answer['body'] {
  if (answer.status < 300) return answer.body;
  throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
}

const callback = {
  outcome: 'REACHED',
  contacted: 'YES',
  resolved: 'YES',
  satisfaction: 'SATISFIED',
};

/** What brings a ticket to each stage, in order. */
const STEPS: readonly (readonly [keyof Staff, string, object, string])[] = [
  ['dispatcher', 'dispatch', { leadUnit: 'xiayang' }, 'pendingAck'],
  ['coordinator', 'acknowledge', {}, 'acknowledged'],
  ['handler', 'recordContact', { channel: 'PHONE', note: '已电话联系' }, 'inProgress'],
  [
    'handler',
    'submitResult',
    { resultType: 'ACTUALLY_RESOLVED', note: '已修复', before: '不亮', after: '已亮' },
    'unitReview',
  ],
  ['unitLead', 'approveResult', {}, 'callbackPending'],
  ['callbackAgent', 'recordCallback', callback, 'calledBack'],
  ['dispatcher', 'close', {}, 'closed'],
];

/** Opens a ticket and brings it to a stage. Answers its id. */
export async function ticketIn(staff: Staff, stage: string, input: object = {}): Promise<string> {
  const { caseId } = stored(await staff.dispatcher.open(input));
  for (const [who, command, fields, reached] of stage === 'pendingDispatch' ? [] : STEPS) {
    stored(await staff[who].command(caseId, command, fields));
    if (reached === stage) return caseId;
  }
  return caseId;
}
