import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const stamp = 'node_modules/.bihuan-lock';

/** Installs the locked dependencies when they are missing, outdated or only half there; tells of it on `progress`. */
export async function ensureInstalled(progress = process.stdout) {
  const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  progress.write('· installing the locked dependencies (npm ci)\n');
  const code = await npmCi(progress);
  if (code !== 0) {
    throw Object.assign(new Error(`npm ci ended with code ${code}; its own messages stand above`), {
      step: 'install its dependencies',
      wayOut:
        'Check that the npm registry can be reached ("npm ping") and that 2 GB of disk are free.',
    });
  }
  writeFileSync(stamp, wanted);
}

function npmCi(progress) {
  return new Promise((resolve, reject) => {
    // Development tools build and check the product, whatever NODE_ENV says.
    const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
    const child = spawn('npm', args, { stdio: ['ignore', progress, 'inherit'] });
    child.once('error', reject);
    child.once('close', resolve);
  });
}
