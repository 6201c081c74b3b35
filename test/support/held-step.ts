/** A workflow whose step is held for so many ms by the clock on the wall, as one on a suspended machine is. */
export async function heldStep(ms: number): Promise<string> {
  await Promise.resolve();
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
  return 'done';
}
