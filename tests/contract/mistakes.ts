/** Reports of mistakes for tests. */
import type { Mistake } from '#core/model/mistake.ts';

/** @param n tells reports apart; 0 to 9,999. */
export const mistake = (n = 0, more: Partial<Mistake> = {}): Mistake => ({
  id: `0193a4d2-1111-7000-8000-00000000${String(n).padStart(4, '0')}`,
  lessonId: 'm2-fab-pitch',
  placeId: 'so-what',
  language: 'zh',
  revision: 'a878',
  words: '第三段的单位写错了。',
  ...more,
});
