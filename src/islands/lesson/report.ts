import { copyText } from '#client/copy-text.ts';
import { askContact, createMistakeSender } from '#client/send-mistake.ts';
import { type Mistake, WORDS_LIMIT } from '#core/model/mistake.ts';
import { fill } from '#core/text/fill.ts';

interface Strings {
  place: string;
  address: string;
  copied: string;
  byHand: string;
  toTrainer: string;
  sending: string;
  received: string;
  failed: string;
  empty: string;
  tooLong: string;
}

/**
 * The folded form at the foot of a lesson, once it is opened. Where the server answers, what the reader writes goes to its
 * inbox; where it does not, or will not take it, the words join a prepared text to be copied, or sent where the operator
 * wants it.
 * @param form `<details data-report>`.
 */
export function prepareReport(form: HTMLElement): void {
  const strings = JSON.parse(form.dataset.strings ?? '{}') as Strings;
  const origin = JSON.parse(form.dataset.origin ?? '{}') as Pick<
    Mistake,
    'lessonId' | 'revision' | 'language'
  >;
  const find = <T extends HTMLElement>(what: string) => form.querySelector<T>(what);
  const place = find<HTMLSelectElement>('select');
  const words = find<HTMLTextAreaElement>('textarea');
  const post = find<HTMLButtonElement>('[data-report-post]');
  const said = find('[data-report-said]');
  const byHand = find('[data-report-by-hand]');
  if (!place || !words || !post || !said || !byHand) return;
  const writing = prepareText({ form, strings, place, words, said });
  const send = createMistakeSender(Date.now);
  let isSending = false;

  /** @param canPost is there a server to send to? The text to copy stands there once sending did not work. */
  const offer = (canPost: boolean, mustCopy: boolean) => {
    post.hidden = !canPost;
    byHand.hidden = !mustCopy;
  };
  const ask = async () => {
    const contact = await askContact();
    if (contact) writing.sendTo(contact.reportTo ?? undefined);
    offer(Boolean(contact), !contact || said.textContent === strings.failed);
  };
  const refuse = (why: string) => {
    said.textContent = why;
    words.focus();
  };
  post.addEventListener('click', async () => {
    const text = words.value.trim();
    // A second tap, while the first is under way or just after it arrived.
    if (isSending || (!text && said.textContent === strings.received)) return;
    if (!text) return refuse(strings.empty);
    if (text.length > WORDS_LIMIT) {
      offer(true, true);
      return refuse(fill(strings.tooLong, { n: WORDS_LIMIT }));
    }
    isSending = true;
    said.textContent = strings.sending;
    const isKept = await send({ ...origin, ...(place.value && { placeId: place.value }), words: text });
    isSending = false;
    said.textContent = isKept ? strings.received : strings.failed;
    // What was added meanwhile is a report of its own.
    if (isKept && words.value.trim() === text) words.value = '';
    offer(true, !isKept);
    writing.write();
  });
  offer(true, false); // until somebody knows better
  addEventListener('online', ask);
  void ask();
}

interface Parts {
  form: HTMLElement;
  strings: Strings;
  place: HTMLSelectElement;
  words: HTMLTextAreaElement;
  said: HTMLElement;
}

/** The text to pass on by hand: kept up to date, copied, mailed where there is an address. */
function prepareText({ form, strings, place, words, said }: Parts) {
  const shown = form.querySelector<HTMLElement>('[data-report-text]');
  const copy = form.querySelector<HTMLButtonElement>('[data-report-copy]');
  const link = form.querySelector<HTMLAnchorElement>('[data-report-send]');
  let reportTo: string | undefined;
  const write = () => {
    if (!shown || !link) return;
    const address = `${location.origin}${location.pathname}${place.value && `#${place.value}`}`;
    const text = [
      form.dataset.about,
      `${strings.place}${place.selectedOptions[0]?.textContent?.trim()}`,
      `${strings.address}${address}`,
      words.value.trim(),
    ];
    shown.textContent = text.filter(Boolean).join('\n');
    link.hidden = !reportTo;
    if (!reportTo) return;
    const isMail = !/^https?:/.test(reportTo);
    link.href = isMail
      ? `mailto:${reportTo}?subject=${encodeURIComponent(form.dataset.about ?? '')}&body=${encodeURIComponent(shown.textContent)}`
      : reportTo;
  };
  words.addEventListener('input', write);
  place.addEventListener('change', write);
  if (copy) copy.hidden = false;
  copy?.addEventListener('click', async () => {
    if (shown) getSelection()?.selectAllChildren(shown); // the old command copies what is selected; so can the hand
    const isCopied = await copyText(shown?.textContent ?? '', null);
    said.textContent = `${isCopied ? strings.copied : strings.byHand}${reportTo ? '' : strings.toTrainer}`;
  });
  write();
  return {
    write,
    sendTo: (address: string | undefined) => {
      reportTo = address;
      write();
    },
  };
}
