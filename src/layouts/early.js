// Runs before first paint on every page, the same bytes everywhere. ES5 on purpose: it must also run below the floor.
(function () {
  var root = document.documentElement;
  root.setAttribute('data-js', '');
  function read(key) {
    try {
      return localStorage.getItem(key);
    } catch (_) {
      return null;
    }
  }

  // Dark without a flash: the learner's choice, else the system's.
  var system = window.matchMedia && matchMedia('(prefers-color-scheme: dark)');
  function paint() {
    var chosen = read('sanxiu.theme');
    root.setAttribute('data-theme', chosen || (system && system.matches ? 'dark' : 'light'));
  }
  paint();
  if (system && system.addEventListener) system.addEventListener('change', paint);

  // Below the browser floor a lesson is readable text with a sentence.
  if (
    !window.CompressionStream ||
    ![].toSorted ||
    !window.CSS ||
    !CSS.supports('selector(:has(*))') ||
    !CSS.supports('color', 'oklch(0.5 0.1 30)')
  )
    root.setAttribute('data-floor', 'below');

  // An attempt is open or done: the first item in the page makes way before it is painted.
  var lesson = root.getAttribute('data-lesson');
  var state;
  if (lesson) {
    try {
      state = JSON.parse(read('sanxiu.check') || '{}')[lesson];
      if (state) root.setAttribute('data-check', state);
    } catch (_) {}
  }

  // Whoever comes for the check gets its files at once instead of one round trip after the other.
  var ahead = root.getAttribute('data-ahead');
  if (ahead && (state === 'open' || location.hash === '#check'))
    ahead.split(' ').forEach(function (url) {
      var link = document.createElement('link');
      var isData = /json$/.test(url);
      link.rel = isData ? 'preload' : 'modulepreload';
      if (isData) {
        link.as = 'fetch';
        link.crossOrigin = 'anonymous';
      }
      link.href = url;
      document.head.appendChild(link);
    });

  // The first item can be checked before its code is here: remember the wish, do not leave the page.
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (!form.hasAttribute('data-first')) return;
    event.preventDefault();
    form.setAttribute('data-wanted', '');
  });

  // Every other block is in the page before its code too. What a quick hand did there is done once more as soon as the
  // block is alive: native controls show a touch at once, so nobody would think of touching them twice.
  var early = [];
  function keep(event) {
    var at = event.target;
    if (!at.closest || !at.closest('astro-island[ssr]') || at.closest('[data-first]')) return;
    var ticks = /^(radio|checkbox)$/.test(at.type);
    if (event.type === 'click') {
      at = ticks ? at : at.closest('button');
      // An impatient second press of a button is the same wish.
      var last = early[early.length - 1];
      if (!at || (!ticks && last && last.at === at)) return;
    } else if (ticks) return;
    early.push({ at: at, value: ticks ? at.checked : at.value, type: event.type });
  }
  ['click', 'input', 'change'].forEach(function (type) {
    document.addEventListener(type, keep, true);
  });
  function replay(event) {
    early = early.filter(function (one) {
      var at = one.at;
      if (!event.target.contains(at)) return at.isConnected;
      if (one.type === 'click') {
        if (at.tagName === 'INPUT') at.checked = !one.value;
        at.click();
      } else {
        at.value = one.value;
        at.dispatchEvent(new Event(one.type, { bubbles: true }));
      }
      return false;
    });
  }
  document.addEventListener('astro:hydrate', replay, true);
})();
