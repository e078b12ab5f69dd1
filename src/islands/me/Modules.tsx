import type { Realm } from '#core/model/lesson.ts';
import type { Progress } from '#core/progress/progress.ts';
import { fill } from '#core/text/fill.ts';
import type { MeProps } from './me-props.ts';
import { Sign } from './Sign.tsx';

const REALMS: readonly Realm[] = ['xin', 'gong', 'wang'];

/** How much of each module is done. The bar is drawn by SVG attributes: the page's policy refuses inline styles. */
export function Modules({ progress, lessons, strings }: MeProps & { progress: Progress }) {
  const done = new Set(
    progress.lessons.filter(({ state }) => state === 'completed').map(({ lessonId }) => lessonId),
  );
  return (
    <ul className="cal modules">
      {REALMS.map((realm) => {
        const own = lessons.filter((lesson) => lesson.realm === realm);
        const n = own.filter(({ id }) => done.has(id)).length;
        return (
          <li key={realm} data-realm={realm}>
            <span>
              <Sign realm={realm} /> {strings.realms[realm]}
            </span>
            <svg
              className="bar"
              viewBox={`0 0 ${own.length || 1} 8`}
              preserveAspectRatio="none"
              aria-hidden="true"
            >
              <rect className="bar-ground" width={own.length || 1} height="8" />
              <rect className="bar-value" width={n} height="8" />
            </svg>
            <span className="num">{fill(strings.moduleDone, { n, all: own.length })}</span>
          </li>
        );
      })}
    </ul>
  );
}
