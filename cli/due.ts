import { runDue } from './due/run.ts';

// Whoever reads may have read enough, as head does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
const { out, err, code } = runDue(process.argv.slice(2));
process.stdout.write(out);
process.stderr.write(err);
process.exitCode = code;
