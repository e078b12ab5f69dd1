import type { KeyedHot, PublicHot } from '../../model/item.ts';
import type { KeyedSpot, PublicSpot } from '../../model/item-parts.ts';
import { redactBase } from '../options.ts';

/** What may be seen before scoring; fields are picked, so a new field stays hidden until it is added here. */
export function redactHot(item: KeyedHot): PublicHot {
  const { scene, caption, picture, choose } = item;
  return {
    ...redactBase(item),
    scene,
    caption,
    spots: item.spots.map(redactSpot),
    ...(picture && { picture: { src: picture.src, width: picture.width, height: picture.height } }),
    ...(choose && { choose }),
  };
}

function redactSpot({ id, text, minutes, by, area, still }: KeyedSpot): PublicSpot {
  return {
    id,
    text,
    ...(minutes && { minutes }),
    ...(by && { by }),
    ...(area && { area }),
    ...(still && { still }),
  };
}
