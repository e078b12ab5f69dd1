import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { lessonStrings } from '#i18n/lesson.ts';
import { OrderBoard } from '#islands/board/OrderBoard.tsx';
import { TakeBack } from '#islands/board/Placed.tsx';

const cards = {
  zh: ['「您最近最愁什么？」', '报价'],
  en: ['“What worries you most?”', 'Quote a price'],
};

const labels = (html: string) => [...html.matchAll(/aria-label="([^"]+)"/g)].map(([, label]) => label);

test.each([
  ['zh', ['「您最近最愁什么？」上移', '「您最近最愁什么？」下移', '「报价」上移', '「报价」下移']],
  [
    'en',
    [
      'Move “What worries you most?” up',
      'Move “What worries you most?” down',
      'Move “Quote a price” up',
      'Move “Quote a price” down',
    ],
  ],
] as const)(
  '%s: a card that is a quotation is named in one pair of marks and shown in its own',
  (language, names) => {
    const [first = '', second = ''] = cards[language];
    const board = [
      { id: 'a', text: first },
      { id: 'b', text: second },
    ];
    const html = renderToString(
      <OrderBoard cards={board} order={['a', 'b']} onOrder={() => {}} strings={lessonStrings(language)} />,
    );
    expect(labels(html)).toEqual(names);
    expect(html).toContain(`<span class="card-text">${first}</span>`);
  },
);

test('taking a quotation back names it in one pair of marks', () => {
  const card = { id: 'a', text: cards.en[0] ?? '' };
  const html = renderToString(<TakeBack card={card} onTakeBack={() => {}} strings={lessonStrings('en')} />);
  expect(labels(html)).toEqual(['Take back “What worries you most?”']);
});
