import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const stamp = 'node_modules/.bihuan-lock';

/** Installs the locked dependencies when they are missing, outdated or only half there. */
export async function ensureInstalled() {
  const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('· installing the locked dependencies (npm ci)');
  const { code, said } = await npmCi();
  if (code !== 0) {
    throw Object.assign(new Error(`npm ci ended with code ${code}\n${said}`), {
      step: 'install its dependencies',
      wayOut:
        'Check that the npm registry can be reached ("npm ping") and that 2 GB of disk are free.',
    });
  }
  writeFileSync(stamp, wanted);
}

function npmCi() {
  return new Promise((resolve, reject) => {
    // Development tools build and check the product, whatever NODE_ENV says.
    const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
    const child = spawn('npm', args, {
      stdio: ['ignore', 'inherit', 'pipe'],
      shell: process.platform === 'win32',
    });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said = (said + chunk).slice(-4_000);
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said }));
  });
}
