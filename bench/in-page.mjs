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
 * Clicks an option of the check every 50 ms until the page shows it chosen and has painted that; then presses the button
 * every 50 ms until there is feedback. `__check.chosen` and `.judged` are ms since the navigation began.
 * @param {string} reacted matches once the page has taken the choice up. Of a page that React has yet to hydrate a radio
 *                         ticks by itself, but the choice is lost: there, what React draws is the reaction.
 */
export function useCheckAtOnce(reacted) {
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
  let clicks = 0;
  const timer = setInterval(() => {
    const options = document.querySelectorAll('#check input');
    const gos = document.querySelectorAll('#check button[type=submit], #check .go');
    if (document.querySelector('#check .feedback')) {
      clearInterval(timer);
      painted('judged');
    } else if (!document.querySelector(reacted)) {
      delete times.chosen; // a choice that the page took back was none
      // A radio that is ticked already says nothing when it is clicked again.
      /** @type {HTMLElement | undefined} */ (options[clicks % 2])?.click();
      if (options.length > 0) clicks += 1;
      if (document.querySelector(reacted)) painted('chosen');
    } else if (times.chosen === undefined) painted('chosen');
    else for (const go of gos) /** @type {HTMLElement} */ (go).click();
  }, 50);
}
