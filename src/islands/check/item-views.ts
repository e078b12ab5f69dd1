import { type ComponentType, lazy } from 'react';
import type { ItemType } from '#core/model/item.ts';
import { MultipleView, SingleView } from './views/ChoiceView.tsx';
import type { ItemViewProps } from './views/item-view.ts';
import { TrueFalseView } from './views/TrueFalseView.tsx';

/** Views of the types that can open a check come with it; each other one is fetched when an attempt needs it. */
const loaders = {
  CAT: () => import('./views/CategoriseView.tsx').then((module) => ({ default: module.CategoriseView })),
  MAT: () => import('./views/CategoriseView.tsx').then((module) => ({ default: module.MatchView })),
  ORD: () => import('./views/OrderView.tsx').then((module) => ({ default: module.OrderView })),
  TXT: () => import('./views/ShortTextView.tsx').then((module) => ({ default: module.ShortTextView })),
};

type View = ComponentType<ItemViewProps<ItemType>>;

const views: Record<ItemType, View> = {
  S: SingleView,
  SCN: SingleView,
  M: MultipleView,
  TF: TrueFalseView,
  CAT: lazy(loaders.CAT),
  MAT: lazy(loaders.MAT),
  ORD: lazy(loaders.ORD),
  TXT: lazy(loaders.TXT),
} as unknown as Record<ItemType, View>; // the table ties each type to its view; React cannot say so

/** @returns the view of an item type. */
export const itemView = (type: ItemType): View => views[type];

/** Resolves when the view of a type is here, or cannot be had. */
export async function fetchView(type: ItemType): Promise<void> {
  await loaders[type as keyof typeof loaders]?.().catch(() => {});
}
