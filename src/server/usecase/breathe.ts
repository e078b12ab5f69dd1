/**
 * For long work in a process that answers others meanwhile.
 * @param sliceMs after this long the event loop is given back, so that no request waits longer.
 * @param nowMs   a clock that never goes back; another one in tests.
 * @returns a function to await between two short pieces of work.
 */
export function createBreath(sliceMs: number, nowMs = (): number => performance.now()): () => Promise<void> {
  let since = nowMs();
  return async () => {
    if (nowMs() - since < sliceMs) return;
    await new Promise((resolve) => setImmediate(resolve));
    since = nowMs();
  };
}
