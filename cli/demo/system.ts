import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const running = z.object({ url: z.url() });

/**
 * Where the system answers: `BIHUAN_URL`, or what `npm start` wrote down. Throws when there is neither.
 * Asked again before every try, because a system that comes back may have had to take another port.
 */
export async function systemUrl(
  env: NodeJS.ProcessEnv = process.env,
  dataFolder = process.env['BIHUAN_DATA'] || '.data',
): Promise<string> {
  if (env['BIHUAN_URL']) return env['BIHUAN_URL'];
  const file = join(dataFolder, 'running.json');
  try {
    return running.parse(JSON.parse(await readFile(file, 'utf8'))).url;
  } catch (cause) {
    throw new SystemNotFound(
      `没有找到运行中的系统(${file} 不存在或读不出地址)。请先在另一个窗口运行 npm start;系统在别处时,用 BIHUAN_URL=http://… npm run demo`,
      { cause },
    );
  }
}

/** Nobody runs the system, as far as can be told. */
export class SystemNotFound extends Error {}
