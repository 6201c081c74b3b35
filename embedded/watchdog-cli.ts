import { once } from 'node:events';
import { endLeftovers } from './children.ts';

// Holds the other end of a pipe to the start that made it. When that start is gone, even by kill -9,
// the pipe ends and whatever still stands in its list is ended in order. A start that stops
// properly has emptied the list before.
const [file] = process.argv.slice(2);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
process.stdin.resume();
await once(process.stdin, 'close');
if (file) await endLeftovers(file);
process.exit(0);
