// What runs inside the measured page. Each function is sent as text: it may use nothing from outside itself.

/** Collects paints, shifts and long tasks from the start. */
export function watchPaints() {
  /** @type {any} */
  const seen = { lcp: 0, cls: 0, tasks: [] };
  Object.assign(globalThis, { __seen: seen });
  /** @param {string} type @param {(entry: any) => void} take */
  const watch = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  watch('largest-contentful-paint', (entry) => {
    seen.lcp = entry.startTime;
  });
  watch('layout-shift', (entry) => {
    if (!entry.hadRecentInput) seen.cls += entry.value;
  });
  watch('longtask', (entry) => seen.tasks.push([entry.startTime, entry.duration]));
}

/**
 * Clicks the first option of the check every 50 ms until it stays chosen and has been painted; then presses the button
 * every 50 ms until there is feedback. `__check.chosen` and `.judged` are ms since the navigation began.
 */
export function useCheckAtOnce() {
  /** @type {{ chosen?: number, judged?: number }} */
  const times = {};
  Object.assign(globalThis, { __check: times });
  /** @param {'chosen' | 'judged'} what */
  const painted = (what) => {
    // A frame's callback runs before its paint, a message posted from it after.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port2.onmessage = () => {
        times[what] ??= performance.now();
      };
      port1.postMessage(0);
    });
  };
  const timer = setInterval(() => {
    const option = /** @type {HTMLInputElement | null} */ (document.querySelector('#check input'));
    if (document.querySelector('#check .feedback')) {
      clearInterval(timer);
      painted('judged');
    } else if (option && !option.checked) {
      times.chosen = undefined; // a choice that the page took back was none
      option.click();
      if (option.checked) painted('chosen');
    } else if (option && times.chosen !== undefined)
      /** @type {HTMLElement | null} */ (
        document.querySelector('#check button[type=submit], #check .go')
      )?.click();
  }, 50);
}
