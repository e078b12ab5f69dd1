import type { Language } from '#core/model/text.ts';

const zh = {
  swipe: { keysHint: '也可以左右拖卡片，或按键盘←→' },
  circles: { keysHint: '也可以把卡片拖进圈里，或按数字键1到{n}' },
  pairs: {
    lefts: '先点一个',
    rights: '再点和它配的一个',
    pairsOf: '配好{k}对，共{n}对',
    apart: '这一句和「{card}」配不上。',
    placed: '已配好{n}对',
    keysHint: '也可以用↑↓换一个，按数字键1到{n}来配',
    sorted: '全部配好了。',
    sortedSlips: '全部配好了，有{n}对试过不止一次，正是值得再看一眼的。',
  },
  flip: {
    keys: ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛'],
    right: '你选的',
    again: '',
    label: '点卡片，一面一面翻',
    turn: '{k}/{n}，翻到「{next}」',
    turned: '翻完{k}张，共{n}张',
    kept: '存好了，在你的记录里能看到。想换，就再点一张。',
  },
  choices: {
    right: '合适',
    again: '再想一步',
    sceneOf: '第{k}个情境，共{n}个',
    next: '下一个情境',
    toEnd: '看看全部',
    allFit: '每一个都是第一次就选对的。',
    someFit: '{n}个情境，第一次就选对{k}个。其余的看看差在哪里。',
  },
  talk: {
    right: '',
    again: '',
    trust: '信任',
    trustSteps: ['不想谈', '有保留', '愿意谈', '信得过'],
    goOn: '听{name}往下说',
    close: '谈下来',
    tryAgain: '从头再谈一次',
  },
};

export type BoardStrings = typeof zh;

const en: BoardStrings = {
  swipe: { keysHint: 'You can also draw the card to one side, or use the ← and → keys' },
  circles: { keysHint: 'You can also drag the card into a ring, or use number keys 1 to {n}' },
  pairs: {
    lefts: 'First tap one of these',
    rights: 'Then the one that goes with it',
    pairsOf: '{k} of {n} paired',
    apart: 'That does not go with “{card}”.',
    placed: '{n} paired',
    keysHint: 'You can also move with ↑ and ↓ and pair with number keys 1 to {n}',
    sorted: 'All paired.',
    sortedSlips: 'All paired. {n} took more than one try; those are worth a second look.',
  },
  flip: {
    keys: ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'],
    right: 'Yours',
    again: '',
    label: 'Tap a card to turn it, face by face',
    turn: '{k}/{n}, turn to “{next}”',
    turned: '{k} of {n} turned through',
    kept: 'Kept; you find it in your record. To change it, tap another card.',
  },
  choices: {
    right: 'Fits',
    again: 'Think again',
    sceneOf: 'Scene {k} of {n}',
    next: 'Next scene',
    toEnd: 'See them all',
    allFit: 'Every first choice fitted.',
    someFit: '{n} scenes, {k} right at the first choice. See what the others lacked.',
  },
  talk: {
    right: '',
    again: '',
    trust: 'Trust',
    trustSteps: ['unwilling to talk', 'reserved', 'willing to talk', 'trusts you'],
    goOn: 'Hear what {name} says next',
    close: 'How it ends',
    tryAgain: 'Have the talk again',
  },
};

const bundles: Record<Language, BoardStrings> = { zh, en };

/** @returns what the boards of a lesson say beside the words of `lesson.ts`, by kind of block. */
export const boardStrings = (language: Language): BoardStrings => bundles[language];
