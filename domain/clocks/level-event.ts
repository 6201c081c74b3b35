import type { Level } from './ladder.ts';

/** The event of a level that fell due. */
export const LEVEL_REACHED = 'LevelReached';

/** The name under which clocks start that run from a level: `LevelReached:L3`. */
export const levelEvent = (level: Level): string => `${LEVEL_REACHED}:${level}`;
