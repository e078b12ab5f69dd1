import type { Language } from '#core/model/text.ts';

const zh = {
  build: '你说哪一句？',
  topic: '说哪件事',
  sentences: '怎么说',
  noSentences: '这件事没有现成的句块，换个说法。',
  otherWay: '换个说法',
  otherWayPick: '哪一类话',
  pick: '选一类',
  slots: '这一句里放哪些',
  preview: '你要说的',
  say: '就这么说',
  nothingYet: '还没选好要说的话。',
  anything: '这件事',
  asksSource: '「这个数哪来的？」',
  chosenMove: '{move}：{text}',
  // level 3
  claim: '这是哪一类话',
  write: '自己写一句',
  count: '{n}/120',
  tooLong: '超过120字了，先缩短。',
  read: '看客户会听成什么',
  reading: '正在取回听话的规则……',
  readFailed: '听话的规则没有取到，可能是没有网络。写好的都在，连上网后再试。',
  heard: '客户会听成：{move}。',
  heardDanger: '客户会听成：{move}。这一类话改不成别的，要么改一句，要么照发。',
  question: '这句话更接近哪一种？',
  rewrite: '改一句',
  sendHeard: '照发',
  keepTag: '坚持我的标签（还能{n}次）',
  rejectEmpty: '还没写话。',
  rejectLong: '超过120字了，缩短一点再发。',
};

export type SentenceStrings = typeof zh;

const en: SentenceStrings = {
  build: 'What do you say?',
  topic: 'About what',
  sentences: 'How you put it',
  noSentences: 'No ready parts for this; put it another way.',
  otherWay: 'Put it another way',
  otherWayPick: 'Kind of move',
  pick: 'choose one',
  slots: 'What the sentence holds',
  preview: 'You are going to say',
  say: 'Say it',
  nothingYet: 'You have not chosen what to say.',
  anything: 'this',
  asksSource: 'Where does that figure come from?',
  chosenMove: '{move}: {text}',
  claim: 'What kind of move is it',
  write: 'Write your sentence',
  count: '{n}/120',
  tooLong: 'Over 120, shorten it first.',
  read: 'See what the customer hears',
  reading: 'Fetching the rules of listening …',
  readFailed:
    'The rules could not be fetched, perhaps there is no network. Your sentence is kept; try again when you are online.',
  heard: 'The customer will hear: {move}.',
  heardDanger: 'The customer will hear: {move}. No other label helps here; rewrite it, or send it.',
  question: 'Which is closer to what you mean?',
  rewrite: 'Rewrite',
  sendHeard: 'Send as heard',
  keepTag: 'Keep my tag ({n} left)',
  rejectEmpty: 'Nothing written yet.',
  rejectLong: 'Over 120. Shorten it a little before you send it.',
};

/** How a learner puts a sentence, of parts or in own words (levels 2 and 3); `practiceStrings` has them. */
export const sentence: Record<Language, SentenceStrings> = { zh, en };
