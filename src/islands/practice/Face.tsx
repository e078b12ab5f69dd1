import type { Mood } from '#core/simulator/run.ts';
import { faceUrl, initialOf, type Speaker } from './persons.ts';

interface Props {
  person: Speaker;
  mood: Mood;
  size?: number;
}

/** A drawn face in a mood, or the first character of a name; name and mood stand beside it in words. */
export function Face({ person, mood, size = 44 }: Props) {
  if (!person.art)
    return (
      <span className="face initial" aria-hidden="true">
        {initialOf(person.name)}
      </span>
    );
  return <img className="face" width={size} height={size} alt="" src={faceUrl(person.art, mood)} />;
}
