/** Gives a guard that a function makes the name under which explanations list it. */
export const named = <Guard extends (step: never) => unknown>(name: string, guard: Guard): Guard =>
  Object.defineProperty(guard, 'name', { value: name });
