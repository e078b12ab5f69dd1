import { fill } from '#core/text/fill.ts';
import { isTermFound } from '#core/text/term-filter.ts';

interface Strings {
  hits: string;
  noHits: string;
}

/** One term in the page, and the names it is found by. */
interface Entry {
  place: HTMLElement;
  names: string[];
}

/**
 * Brings the field above the glossary to life: it hides what is not looked for and keeps the words in the address (`?q=`),
 * so that a search can be passed on. Needs the page alone, no server.
 * @param form `<form data-term-filter>`, hidden in a page without script; its `data-strings` has the sentences.
 */
export function filterTerms(form: HTMLFormElement): void {
  const field = form.querySelector('input');
  const said = form.querySelector<HTMLElement>('[role=status]');
  const clear = form.querySelector('button');
  if (!field || !said || !clear) return;
  const strings = JSON.parse(form.dataset.strings ?? '{}') as Strings;
  const entries = [...document.querySelectorAll<HTMLElement>('.reference dl > div')].map(entryOf);

  const look = () => {
    const typed = field.value.trim();
    const count = show(entries, typed);
    clear.hidden = !typed;
    said.textContent = typed ? fill(count ? strings.hits : strings.noHits, { n: count, typed }) : '';
    keep(typed);
  };

  field.value = new URLSearchParams(location.search).get('q') ?? '';
  look();
  // The letters an input method shows meanwhile are not what is looked for.
  field.addEventListener('input', (event) => (event as InputEvent).isComposing || look());
  field.addEventListener('compositionend', look);
  form.addEventListener('submit', (event) => event.preventDefault());
  clear.addEventListener('click', () => {
    field.value = '';
    look();
    field.focus();
  });
  form.hidden = false;
}

function entryOf(place: HTMLElement): Entry {
  const name = place.querySelector('dt');
  const names = [...(name?.childNodes ?? [])].map((node) => node.textContent ?? '');
  return { place, names };
}

/** Shows what was found, with its letter; @returns how many. */
function show(entries: readonly Entry[], typed: string): number {
  const found = entries.filter(({ place, names }) => {
    place.hidden = !isTermFound(names, typed);
    return !place.hidden;
  });
  for (const section of document.querySelectorAll<HTMLElement>('.reference section')) {
    section.hidden = !section.querySelector('dl > div:not([hidden])');
    const letter = document.querySelector<HTMLElement>(
      `.letters a[href="#${section.querySelector('h2')?.id}"]`,
    );
    if (letter) letter.hidden = section.hidden;
  }
  return found.length;
}

function keep(typed: string): void {
  const address = new URL(location.href);
  if ((address.searchParams.get('q') ?? '') === typed) return;
  if (typed) address.searchParams.set('q', typed);
  else address.searchParams.delete('q');
  history.replaceState(history.state, '', address);
}
