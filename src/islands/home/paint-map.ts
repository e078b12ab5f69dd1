import { type Place, readPlaces } from '#client/place.ts';
import { readMirror } from '#client/record/mirror.ts';
import { ownRecord } from '#client/record/own.ts';
import { hasAssigned } from '#client/record/sync-mark.ts';
import { fallenSeals, keepSeal } from '#client/seals.ts';
import { type LessonProgress, lessonProgress } from '#core/progress/lesson-progress.ts';
import { fill } from '#core/text/fill.ts';

/** What the page wrote about itself for this script (HomeView.astro). */
interface MapData {
  language: 'zh' | 'en';
  strings: Record<
    | 'start'
    | 'resume'
    | 'resumeCheck'
    | 'again'
    | 'stoppedAt'
    | 'checkOpen'
    | 'tried'
    | 'completed'
    | 'unwritten'
    | 'stamped'
    | 'memory',
    string
  > & { state: Record<LessonProgress['state'], string> };
  lessons: readonly MapLesson[];
}

interface MapLesson {
  id: string;
  url: string;
  at: string;
  number: string;
  realm: string;
  hook: string;
  title: string;
  minutes: string;
}

/** Repaint the map from the learner's record: cells, "continue", the seal of what was just finished. */
export async function paintMap(): Promise<void> {
  const data = readData();
  if (!data) return;
  listenToUnwritten(data);
  const record = await ownRecord();
  const paint = () => {
    const course = { lessons: data.lessons.map(({ id }) => ({ id, objectives: [] })) };
    const lessons = lessonProgress(record.facts(), course).slice(0, data.lessons.length);
    paintCells(data, lessons);
    paintContinue(data, lessons);
    if (record.health().state === 'memory') sayMemory(data);
  };
  paint();
  record.subscribe(paint);
  // Only who is in a class fetches this.
  if (hasAssigned())
    void import('./paint-assigned.ts').then((late) => late.paintAssigned(record, data.lessons));
  // The browser may bring this page back as it was left, deaf to what happened since.
  addEventListener('pageshow', (event) => event.persisted && location.reload());
}

function readData(): MapData | undefined {
  const text = document.getElementById('map-data')?.textContent;
  return text ? (JSON.parse(text) as MapData) : undefined;
}

function paintCells(data: MapData, lessons: readonly LessonProgress[]): void {
  for (const { lessonId, state } of lessons) {
    const cell = document.querySelector<HTMLElement>(`[data-lesson-cell="${lessonId}"]`);
    if (!cell) continue;
    cell.classList.toggle('done', state === 'completed');
    cell.classList.toggle('now', state === 'open' || state === 'tried');
    cell.setAttribute('aria-label', `${cell.dataset.name}${data.strings.state[state]}`);
    if (state === 'completed') stampOnce(data, lessonId, cell);
  }
  for (const tally of document.querySelectorAll<HTMLElement>('[data-tally]')) {
    const done = tally.closest('.stage')?.querySelectorAll('.cell.done').length ?? 0;
    if (done > 0 && tally.dataset.tally) tally.textContent = fill(tally.dataset.tally, { n: done });
  }
}

/** The seal falls once per lesson, when the map next shows it. */
function stampOnce(data: MapData, lessonId: string, cell: HTMLElement): void {
  if (fallenSeals().includes(lessonId)) return;
  cell.classList.add('just');
  const lesson = data.lessons.find((one) => one.id === lessonId);
  const announce = document.querySelector('[data-announce]');
  if (announce && lesson) announce.textContent = fill(data.strings.stamped, { lesson: lesson.number });
  keepSeal(lessonId);
}

/** The lesson to go on with: the one last touched and not completed, else the first that is new, else the first. */
function nextLesson(lessons: readonly LessonProgress[]): LessonProgress | undefined {
  const going = lessons.filter(({ state }) => state === 'open' || state === 'tried');
  const last = going.reduce<LessonProgress | undefined>(
    (latest, one) => (!latest || (one.lastAt ?? 0) > (latest.lastAt ?? 0) ? one : latest),
    undefined,
  );
  return last ?? lessons.find(({ state }) => state === 'new') ?? lessons[0];
}

function paintContinue(data: MapData, lessons: readonly LessonProgress[]): void {
  const next = nextLesson(lessons);
  const lesson = data.lessons.find(({ id }) => id === next?.lessonId);
  const card = document.querySelector<HTMLElement>('[data-continue]');
  if (!card || !lesson || !next || next.state === 'new') return;
  const { strings } = data;
  const checking = readMirror()[lesson.id] === 'open';
  const place = readPlaces()[lesson.id];
  card.dataset.realm = lesson.realm;
  const put = (name: string, text: string) => {
    const target = card.querySelector(`[data-${name}]`);
    if (target) target.textContent = text;
  };
  put('at', lesson.at);
  put('left', leftOf(data, next, checking, place));
  put('hook', lesson.hook);
  put('title', lesson.title);
  const word = next.state === 'completed' ? strings.again : checking ? strings.resumeCheck : strings.resume;
  put('go-word', word);
  const go = card.querySelector<HTMLAnchorElement>('[data-go]');
  const to = checking ? 'check' : next.state === 'completed' ? '' : place?.block;
  if (go) go.href = to ? `${lesson.url}#${to}` : lesson.url;
}

function leftOf(
  { strings, language }: MapData,
  { state }: LessonProgress,
  checking: boolean,
  place: Place | undefined,
): string {
  if (state === 'completed') return strings.completed;
  if (checking) return strings.checkOpen;
  if (state === 'tried') return strings.tried;
  return place?.language === language && place.title ? fill(strings.stoppedAt, { title: place.title }) : '';
}

function sayMemory(data: MapData): void {
  const note = document.querySelector<HTMLElement>('[data-memory]');
  const text = note?.querySelector('span');
  if (!note || !text) return;
  text.textContent = data.strings.memory;
  note.hidden = false;
}

/** A tap on a lesson that is not written says its title and that it is being written, under its row. */
function listenToUnwritten(data: MapData): void {
  document.addEventListener('click', (event) => {
    const cell = (event.target as Element).closest<HTMLElement>('[data-unwritten]');
    if (!cell) return;
    document.querySelector('.pick')?.remove();
    const item = cell.closest('li');
    const list = item?.parentElement;
    if (!item || !list) return;
    const pick = document.createElement('li');
    pick.className = 'pick';
    pick.setAttribute('role', 'status');
    const title = document.createElement('b');
    const note = document.createElement('small');
    pick.append(title, note);
    const row = [...list.children].filter((one) => (one as HTMLElement).offsetTop === item.offsetTop);
    row.at(-1)?.after(pick);
    // Filled after it stands in the page, so that a screen reader hears it.
    title.textContent = `${cell.dataset.number} ${cell.dataset.unwritten}`;
    note.textContent = data.strings.unwritten;
  });
}
