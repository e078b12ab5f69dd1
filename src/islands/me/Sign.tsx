import type { Realm } from '#core/model/lesson.ts';
import { SIGN_STROKES } from '../sign-strokes.ts';

/** The sign of a realm: 心, 功 or 网 in strokes; decorative. */
export function Sign({ realm }: { realm: Realm }) {
  return (
    <svg className="sign" viewBox="0 0 24 24" aria-hidden="true">
      <path d={SIGN_STROKES[realm]} />
    </svg>
  );
}
