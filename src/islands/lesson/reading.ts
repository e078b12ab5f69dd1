import { keepPlace, readPlaces } from '#client/place.ts';
import type { Language } from '#core/model/text.ts';

/**
 * Follows where the learner is in a lesson: ticks, outline, place to come back to, the language switch that keeps the
 * place. Small on purpose: it is all the code a lesson page runs before something interactive is seen.
 */

function mark(blocks: readonly HTMLElement[], current: number): void {
  const id = blocks[current]?.id;
  document.querySelectorAll<HTMLElement>('[data-outline]').forEach((link) => {
    const at = blocks.findIndex((block) => block.id === link.dataset.outline);
    link.classList.toggle('read', at < current);
    if (link.dataset.outline === id) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  });
  document.querySelectorAll<SVGElement>('[data-step-of]').forEach((step, index) => {
    step.classList.toggle('on', index <= current);
  });
  const steps = document.querySelector<SVGElement>('[data-steps]');
  if (steps?.dataset.steps)
    steps.setAttribute(
      'aria-label',
      steps.dataset.steps.replace('{n}', String(blocks.length)).replace('{k}', String(current + 1)),
    );
}

/** The block's name in the outline. */
const titleOf = (id: string) => document.querySelector(`[data-outline="${id}"]`)?.textContent?.trim() ?? '';

/** Offers the way back to the last place, without moving anything on its own. */
function offerResume(lessonId: string): void {
  const bar = document.querySelector<HTMLElement>('[data-resume]');
  const place = readPlaces()[lessonId];
  const block = place ? document.getElementById(place.block) : null;
  if (!bar || !block || location.hash || scrollY > 200) return;
  const link = bar.querySelector('a');
  if (!link) return;
  link.href = `#${block.id}`;
  bar.hidden = false;
  const close = () => {
    bar.hidden = true;
  };
  bar.querySelector('[data-resume-close]')?.addEventListener('click', close);
  link.addEventListener('click', close);
  addEventListener('scroll', () => scrollY > innerHeight && close(), { passive: true });
}

/** A term that is tapped shows its definition on the spot; tapped again it goes. Without script it leads to the list. */
function showTerms(): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a.term');
    const entry = link && document.getElementById(link.hash.slice(1))?.parentElement;
    const home = link?.closest('p, li, dd, dl > div') ?? link?.parentElement;
    if (!link || !entry || !home) return;
    event.preventDefault();
    const note = document.getElementById(`${link.hash.slice(1)}-note`);
    for (const one of document.querySelectorAll('.term-note')) one.remove();
    for (const one of document.querySelectorAll('a.term')) one.removeAttribute('aria-expanded');
    if (note) return;
    const shown = document.createElement('span');
    shown.className = 'term-note small';
    shown.id = `${link.hash.slice(1)}-note`;
    shown.setAttribute('role', 'status');
    home.append(shown);
    link.setAttribute('aria-expanded', 'true');
    // A status speaks when its words come after it.
    requestAnimationFrame(() => {
      shown.textContent = [...entry.children]
        .map((part) => part.textContent?.trim().replace(/\s+/g, ' '))
        .join(' · ');
    });
  });
}

/** The form for a mistake comes alive when it is unfolded. */
function offerReport(): void {
  const form = document.querySelector<HTMLDetailsElement>('[data-report]');
  const open = () => void import('./report.ts').then(({ prepareReport }) => form && prepareReport(form));
  form?.addEventListener('toggle', open, { once: true });
}

/** Starts following; does nothing on a page without a lesson. */
export function followReading(): void {
  const lessonId = document.documentElement.dataset.lesson;
  const blocks = [...document.querySelectorAll<HTMLElement>('[data-block]')];
  if (!lessonId || blocks.length === 0) return;
  const language: Language = document.documentElement.lang === 'en' ? 'en' : 'zh';
  offerResume(lessonId);
  let current = -1;
  let opened = false;
  const onScroll = () => {
    const line = innerHeight * 0.4;
    const found = blocks.findLastIndex((block) => block.getBoundingClientRect().top < line);
    const next = Math.max(0, found);
    if (next !== current) {
      current = next;
      mark(blocks, current);
    }
    if (scrollY < 200 && !location.hash) return;
    const block = blocks[current];
    if (block) keepPlace(lessonId, { block: block.id, title: titleOf(block.id), language });
    if (opened) return;
    opened = true;
    // Kept only once somebody reads on, so that a look at the first screen costs no code and leaves no trace.
    void import('./keep-opened.ts').then((module) => {
      module.fetchAhead();
      return module.keepOpened(lessonId);
    });
  };
  let waiting = false;
  addEventListener(
    'scroll',
    () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        onScroll();
      });
    },
    { passive: true },
  );
  mark(blocks, 0);
  current = 0;
  showTerms();
  offerReport();
  const menu = document.querySelector<HTMLDetailsElement>('[data-outline-menu]');
  menu?.addEventListener('click', (event) => {
    if ((event.target as HTMLElement).closest('a')) menu.open = false;
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && menu?.open) {
      menu.open = false;
      menu.querySelector('summary')?.focus();
    }
  });
  // On paper every fold is open.
  addEventListener('beforeprint', () => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>('main details')) fold.open = true;
  });
  document.querySelector<HTMLAnchorElement>('[data-language-switch]')?.addEventListener('click', (event) => {
    const link = event.currentTarget as HTMLAnchorElement;
    const id = blocks[current]?.id;
    if (id && current > 0) link.hash = id;
  });
}
