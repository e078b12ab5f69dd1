import type { Language } from '#core/model/text.ts';

const zh = {
  prepTitle: '出门之前，带哪几样',
  prepText: '最多三样，一共6分。带上的会写进记事本；不带也能去。',
  prepKinds: { data: '资料', sample: '样品', colleague: '同事', agenda: '提纲', reference: '案例' },
  prepCost: '{n}分',
  prepTaken: '带了{n}样，用了{points}分',
  prepTooMany: '已经三样了，先放下一样。',
  prepTooDear: '分不够了，先放下一样。',
  prepGo: '就这样去',
  prepGoNone: '什么都不带，这就去',
  // notes
  notes: '记事本',
  notesCount: '记事本，{n}条',
  notesFindings: '打听到的',
  notesNeeds: '客户的需求',
  notesNone: '还没有。问到、看到的会自己记在这里。',
  needSteps: { stated: '说出来了', confirmed: '点过头' },
  observed: '亲眼看到',
  notesPrep: '带来的',
  ownNote: '自己记一笔',
  close: '合上',
};

export type NotesStrings = typeof zh;

const en: NotesStrings = {
  prepTitle: 'Before you go: what do you take along?',
  prepText: 'At most three things, 6 points in all. They go into your notes; you can also go without.',
  prepKinds: {
    data: 'data',
    sample: 'sample',
    colleague: 'colleague',
    agenda: 'agenda',
    reference: 'reference',
  },
  prepCost: '{n} points',
  prepTaken: '{n} taken, {points} points used',
  prepTooMany: 'Three already; put one back first.',
  prepTooDear: 'Not enough points; put one back first.',
  prepGo: 'Go like this',
  prepGoNone: 'Go without anything',
  notes: 'Notes',
  notesCount: 'Notes, {n} entries',
  notesFindings: 'What you found out',
  notesNeeds: 'What the customer needs',
  notesNone: 'Nothing yet. What you learn and see is noted here by itself.',
  needSteps: { stated: 'stated', confirmed: 'confirmed' },
  observed: 'seen with your own eyes',
  notesPrep: 'Brought along',
  ownNote: 'A note of your own',
  close: 'Close',
};

/** What is taken along and what is noted; `practiceStrings` has them. */
export const notes: Record<Language, NotesStrings> = { zh, en };
