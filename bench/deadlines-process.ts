import { calendarMemory } from './deadlines/calendar-memory.ts';
import type { Deadlines } from './deadlines/readings.ts';
import { recompute } from './deadlines/recompute.ts';
import { subjects } from './deadlines/subjects.ts';
import { timed } from './deadlines/timing.ts';

// The heap is looked at first, while it is small.
const calendar = calendarMemory();
const measured: Deadlines = { calendar, timings: timed(subjects()), recomputed: recompute() };
process.stdout.write(JSON.stringify(measured));
