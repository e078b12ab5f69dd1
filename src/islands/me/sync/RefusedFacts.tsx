import type { Fact } from '#core/model/fact.ts';
import type { PictureRefusal } from '#core/sync/picture-answer.ts';
import type { PictureNotes } from '#core/sync/picture-plan.ts';
import type { FactRefusal } from '#core/sync/sync-answer.ts';
import { fill } from '#core/text/fill.ts';
import { Icon } from '../../board/Icon.tsx';
import { dayOf } from '../wording.ts';
import type { SyncProps } from './SyncSection.tsx';

interface RefusedPicture {
  pictureId: string;
  why: PictureRefusal;
}

interface Props extends SyncProps {
  refused: readonly (FactRefusal | RefusedPicture)[];
}

export const refusedPictures = (notes: PictureNotes | undefined): RefusedPicture[] =>
  [...(notes?.marks ?? [])].flatMap(([pictureId, mark]) =>
    mark.is === 'refused' ? [{ pictureId, why: mark.why }] : [],
  );

/** What the server did not take, one line each: what it was, when, and why. */
export function RefusedFacts({ facts, refused, sync, language }: Props) {
  if (refused.length === 0) return null;
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  return (
    <details className="fold warn">
      <summary>
        <Icon name="circle-alert" small={false} />
        <span>{fill(sync.refusedTitle, { n: refused.length })}</span>
        <Icon name="chevron-right" />
      </summary>
      <p className="small">{sync.refusedHint}</p>
      <ul>
        {refused.map((one) => {
          const isPicture = 'pictureId' in one;
          const fact = isPicture ? naming(facts, one.pictureId) : byId.get(one.id);
          const id = isPicture ? one.pictureId : one.id;
          const kind = fact && (isPicture ? sync.picture : sync.kinds[fact.type]);
          return (
            <li key={id}>
              {fact ? `${kind} · ${dayOf(fact.at, language)}` : id}
              <small>{isPicture ? sync.refusedPictures[one.why] : sync.refused[one.why]}</small>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** The first version that names a picture: it tells when it was. */
const naming = (facts: readonly Fact[], pictureId: string): Fact | undefined =>
  facts.find((fact) => fact.type === 'worksheet.saved' && fact.blobIds.includes(pictureId));
