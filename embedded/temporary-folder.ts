import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A fresh folder for servers whose data is thrown away; under root PostgreSQL's user may enter it. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `bihuan-${name}-`));
  if (process.getuid?.() === 0) chmodSync(folder, 0o755);
  return folder;
}
