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
      /** @type {HTMLElement | null} */ (document.querySelector('#check button[type=submit]'))?.click();
  }, 50);
}

/**
 * Answers the item on screen with whatever comes first; right or wrong does not matter.
 * @returns {'S' | 'M' | 'sorting' | 'other'} what kind it was.
 */
export function answerItem() {
  /** @param {string} selector */
  const all = (selector) => [
    .../** @type {NodeListOf<any>} */ (document.querySelectorAll(`#check ${selector}`)),
  ];
  const groups = new Map(
    all('input[type=radio]:not([name=confidence])').map((input) => [input.name, input]),
  );
  const boxes = all('input[type=checkbox]');
  const selects = all('select');
  const sorting = document.querySelector('#check .bin') !== null || selects.length > 0;
  for (const input of groups.values()) input.click();
  for (const box of boxes.slice(0, 2)) if (!box.checked) box.click();
  for (const select of selects) {
    select.selectedIndex = 1;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }
  for (const area of all('textarea')) {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(area, '一句');
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }
  if (boxes.length) return 'M';
  if (sorting) return 'sorting';
  return groups.size === 1 ? 'S' : 'other';
}
