import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { runExplain, type WrittenFile } from './explain/run.ts';

// Whoever reads may have read enough, as head does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
const { out, err, code, files } = runExplain(process.argv.slice(2));
const problem = written(files);
process.stdout.write(problem ? '' : out);
process.stderr.write(problem ?? err);
process.exitCode = problem ? 2 : code;

/** Writes what belongs on the disk; a line that says what could not be written. */
function written(all: readonly WrittenFile[]): string | undefined {
  try {
    for (const { path, text } of all) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text());
    }
    return undefined;
  } catch (error) {
    return `--docs: 写不进去:${error instanceof Error ? error.message : String(error)}\n`;
  }
}
