import { bareTemporal } from './bare/temporal.ts';
import { bareTransaction } from './bare/transaction.ts';
import { connectHttp } from './load/http.ts';
import type { Answer, Job, Measured, Target } from './load/job.ts';
import { type Operation, repeat } from './load/pace.ts';
import { Lives } from './load/lives.ts';
import { Tickets } from './load/tickets.ts';

// Makes the load in a process of its own, so that it does not share an event loop with what it measures.
const target = JSON.parse(process.argv[2] ?? '{}') as Target;
const http = connectHttp(target.apiUrl);
const tickets = new Tickets(http.post);
const lives = new Lives(http);

async function perform({ operation, pace, receivedAt }: Job): Promise<Measured> {
  switch (operation) {
    case 'prepare':
      return tickets.prepare(pace);
    case 'open':
      return repeat(tickets.opening(receivedAt), pace);
    case 'command':
      return repeat(tickets.command, pace);
    case 'prepare-mixed':
      return repeat(() => lives.prepare(), { lanes: 1, times: 1 });
    case 'mixed':
      return repeat(lives.command, pace);
    case 'bare-start':
    case 'bare-update': {
      const lanes = 'lanes' in pace ? pace.lanes : 1;
      return closing(await bareTemporal(target, operation, lanes), pace);
    }
    case 'bare-transaction':
      return closing(bareTransaction(target.databaseUrl), pace);
  }
}

async function closing(
  { run, close }: { run: Operation; close: () => Promise<void> },
  pace: Job['pace'],
): Promise<Measured> {
  try {
    return await repeat(run, pace);
  } finally {
    await close();
  }
}

const answer = (said: Answer): void => void process.send?.(said);

process.on('disconnect', () => process.exit(0));
process.on('message', (job: Job) => {
  const before = http.sentAgain();
  perform(job).then(
    (measured) => answer({ measured: { ...measured, sentAgain: http.sentAgain() - before } }),
    (error: Error) => answer({ failed: error.message }),
  );
});
answer({ ready: true });
