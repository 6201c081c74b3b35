import { execFileSync } from 'node:child_process';

/** What a script prints as JSON when its process lives in another time zone. */
export const inZone = (zone: string, script: string): unknown =>
  JSON.parse(
    execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    }),
  );
