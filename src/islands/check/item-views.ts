import { type ComponentType, useEffect, useReducer } from 'react';
import type { ItemType } from '#core/model/item.ts';
import { MultipleView, SingleView } from './views/ChoiceView.tsx';
import type { ItemViewProps } from './views/item-view.ts';
import { TrueFalseView } from './views/TrueFalseView.tsx';

type View = ComponentType<ItemViewProps<ItemType>>;

/** The table ties each type to its own view, which the type system cannot follow through one map. */
const asView = (view: unknown) => view as View;

/** Views that are here: those that can open a check come with it, each other one is fetched when an attempt needs it. */
const views: Partial<Record<ItemType, View>> = {
  S: asView(SingleView),
  SCN: asView(SingleView),
  M: asView(MultipleView),
  TF: asView(TrueFalseView),
};

const loaders: Partial<Record<ItemType, () => Promise<View>>> = {
  CAT: () => import('./views/CategoriseView.tsx').then((module) => asView(module.CategoriseView)),
  MAT: () => import('./views/CategoriseView.tsx').then((module) => asView(module.MatchView)),
  ORD: () => import('./views/OrderView.tsx').then((module) => asView(module.OrderView)),
  TXT: () => import('./views/ShortTextView.tsx').then((module) => asView(module.ShortTextView)),
};

/** Resolves when the view of a type is here, or cannot be had. */
export async function fetchView(type: ItemType): Promise<void> {
  try {
    views[type] ??= await loaders[type]?.();
  } catch {
    // Without a network: asked for again when it is shown.
  }
}

/** @returns the view of an item type; undefined while it is on its way. */
export function useItemView(type: ItemType): View | undefined {
  const [, refresh] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (!views[type]) void fetchView(type).then(refresh);
  }, [type]);
  return views[type];
}
