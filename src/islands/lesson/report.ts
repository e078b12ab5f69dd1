import { copyText } from '#client/copy-text.ts';

interface Strings {
  place: string;
  address: string;
  copied: string;
  byHand: string;
  toTrainer: string;
}

/**
 * The folded form at the foot of a lesson, once it is opened: what the reader writes joins the prepared text, which can be
 * copied, or sent where the operator wants it.
 * @param form `<details data-report>`.
 */
export function prepareReport(form: HTMLElement): void {
  const strings = JSON.parse(form.dataset.strings ?? '{}') as Strings;
  const find = <T extends HTMLElement>(what: string) => form.querySelector<T>(what);
  const place = find<HTMLSelectElement>('select');
  const words = find<HTMLTextAreaElement>('textarea');
  const shown = find('[data-report-text]');
  const copy = find<HTMLButtonElement>('[data-report-copy]');
  const send = find<HTMLAnchorElement>('[data-report-send]');
  const said = find('[data-report-said]');
  if (!place || !words || !shown || !copy || !send || !said) return;
  let reportTo: string | undefined;

  const write = () => {
    const address = `${location.origin}${location.pathname}${place.value && `#${place.value}`}`;
    const text = [
      form.dataset.about,
      `${strings.place}${place.selectedOptions[0]?.textContent?.trim()}`,
      `${strings.address}${address}`,
      words.value.trim(),
    ];
    shown.textContent = text.filter(Boolean).join('\n');
    if (!reportTo) return;
    const isMail = !/^https?:/.test(reportTo);
    send.href = isMail
      ? `mailto:${reportTo}?subject=${encodeURIComponent(form.dataset.about ?? '')}&body=${encodeURIComponent(shown.textContent)}`
      : reportTo;
    send.hidden = false;
  };

  words.addEventListener('input', write);
  place.addEventListener('change', write);
  copy.hidden = false;
  copy.addEventListener('click', async () => {
    getSelection()?.selectAllChildren(shown); // the old command copies what is selected; so can the hand
    const isCopied = await copyText(shown.textContent ?? '', null);
    const next = reportTo ? '' : strings.toTrainer;
    said.textContent = `${isCopied ? strings.copied : strings.byHand}${next}`;
  });
  write();
  // Without a server, or without the setting, the trainer is who can pass it on.
  fetch('/api/contact')
    .then((answer) => answer.json())
    .then((contact: { reportTo?: string | null }) => {
      reportTo = contact.reportTo ?? undefined;
      write();
    })
    .catch(() => {});
}
