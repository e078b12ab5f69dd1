import type { ItemType, PublicItemOf } from '#core/model/item.ts';
import type { ResponseOf } from '#core/model/response.ts';
import type { Language } from '#core/model/text.ts';
import type { CheckStrings } from '#i18n/check.ts';

/** How a chosen option came out; nothing is said of the ones not chosen. */
export type Mark = 'right' | 'again';

/** What every item view gets. Options and cards come in the order they are shown in. */
export interface ItemViewProps<T extends ItemType> {
  item: PublicItemOf<T>;
  response: ResponseOf<T> | undefined;
  onRespond: (response: ResponseOf<T>) => void;
  /** Checked: the response stands. */
  disabled: boolean;
  /** NUM: the number that was understood. */
  understood?: number | undefined;
  /** By option or card id, once checked. */
  marks: Readonly<Record<string, Mark>>;
  language: Language;
  strings: CheckStrings;
}
