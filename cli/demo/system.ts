import { NotRunning, running } from '../running.ts';

/**
 * Where the system answers: `BIHUAN_URL`, or what `npm start` wrote down. Throws when there is neither.
 * Asked again before every try, because a system that comes back may have had to take another port.
 */
export async function systemUrl(): Promise<string> {
  if (process.env['BIHUAN_URL']) return process.env['BIHUAN_URL'];
  try {
    return await running('url');
  } catch (cause) {
    if (!(cause instanceof NotRunning)) throw cause;
    throw new SystemNotFound(
      `没有找到运行中的系统(${cause.file} 不存在或读不出地址)。请先在另一个窗口运行 npm start;系统在别处时,用 BIHUAN_URL=http://… npm run demo`,
      { cause },
    );
  }
}

/** Nobody runs the system, as far as can be told. */
export class SystemNotFound extends Error {}
