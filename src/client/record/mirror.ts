/**
 * One line in localStorage that a page can read before anything is loaded: which checks are open or were tried. A hint for
 * the first paint, never the truth; the record is. Nothing here throws.
 */
export const MIRROR_KEY = 'sanxiu.check';

/** open: an attempt can be resumed · tried: at least one was finished. */
export type MirrorState = 'open' | 'tried';
export type Mirror = Readonly<Record<string, MirrorState>>;

export function readMirror(): Mirror {
  try {
    const line: unknown = JSON.parse(localStorage.getItem(MIRROR_KEY) ?? '{}');
    return typeof line === 'object' && line && !Array.isArray(line) ? (line as Mirror) : {};
  } catch {
    return {};
  }
}

/** Written with each kept snapshot. */
export function writeMirror(lessonId: string, state: MirrorState): void {
  try {
    const mirror = readMirror();
    if (mirror[lessonId] !== state)
      localStorage.setItem(MIRROR_KEY, JSON.stringify({ ...mirror, [lessonId]: state }));
  } catch {
    // A hint less.
  }
}

export function clearMirror(): void {
  try {
    localStorage.removeItem(MIRROR_KEY);
  } catch {
    // It was not to be had in the first place.
  }
}
