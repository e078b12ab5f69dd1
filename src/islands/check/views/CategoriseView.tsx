import { SortBoard } from '../../board/SortBoard.tsx';
import type { ItemViewProps } from './item-view.ts';

const inLanguage = (language: 'zh' | 'en') => (one: { id: string; text: { zh: string; en: string } }) => ({
  id: one.id,
  text: one.text[language],
});

/** Cards into bins. */
export function CategoriseView(props: ItemViewProps<'CAT'>) {
  const { item, response, onRespond, disabled, marks, language, strings } = props;
  const bins = response?.bins ?? {};
  return (
    <SortBoard
      cards={item.cards.map(inLanguage(language))}
      bins={item.bins.map(inLanguage(language))}
      placed={bins}
      onPlace={(card, bin) => onRespond({ bins: { ...bins, [card]: bin } })}
      onTakeBack={(card) => {
        const { [card]: _gone, ...rest } = bins;
        onRespond({ bins: rest });
      }}
      disabled={disabled}
      marks={marks}
      strings={strings}
    />
  );
}

/** Left sides, one at a time, to the right side that belongs to each. */
export function MatchView(props: ItemViewProps<'MAT'>) {
  const { item, response, onRespond, disabled, marks, language, strings } = props;
  const pairs = response?.pairs ?? {};
  return (
    <SortBoard
      cards={item.left.map(inLanguage(language))}
      bins={item.right.map(inLanguage(language))}
      placed={pairs}
      onPlace={(left, right) => onRespond({ pairs: { ...pairs, [left]: right } })}
      onTakeBack={(left) => {
        const { [left]: _gone, ...rest } = pairs;
        onRespond({ pairs: rest });
      }}
      column
      disabled={disabled}
      marks={marks}
      strings={strings}
    />
  );
}
