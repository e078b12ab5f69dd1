/**
 * For long work in a process that answers others meanwhile.
 * @param sliceMs after this long the event loop is given back, so that no request waits longer.
 * @returns a function to await between two short pieces of work.
 */
export function createBreath(sliceMs: number): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < sliceMs) return;
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  };
}
