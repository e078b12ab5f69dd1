import type { EndReason } from '#core/simulator/run.ts';
import type { PracticeStrings } from '#i18n/practice.ts';
import { Icon } from '../board/Icon.tsx';

interface Props {
  /** How it came out, as a story. */
  story: string;
  ended: EndReason | undefined;
  disabled: boolean;
  onRead: () => void;
  strings: PracticeStrings;
}

/** What came of it, told before any figure. */
export function StoryStep({ story, ended, disabled, onRead, strings }: Props) {
  return (
    <section className="step wrap">
      <h2 tabIndex={-1} data-focus>
        {strings.storyTitle}
      </h2>
      {ended && <p className="small">{strings.ended[ended]}</p>}
      <p className="story serif">{story}</p>
      <button
        type="button"
        className="btn realm"
        aria-disabled={disabled}
        onClick={(event) => event.detail < 2 && !disabled && onRead()}
      >
        {strings.toRating}
        <Icon name="arrow-right" />
      </button>
    </section>
  );
}
