import type { Language } from '#core/model/text.ts';

const zh = {
  glossary: '术语表',
  glossaryLead: '课文里用到的词，一个意思只用一个词。按拼音排。',
  letters: '按首字母',
  find: '找一个词，中文、英文都行',
  hits: '找到{n}个词',
  noHits: '术语表里没有「{typed}」。少写几个字，或者换个说法再找。',
  clear: '清空',
  sources: '出处',
  sourcesLead: '课里的说法各凭什么，能用到什么程度。能查到的写明出处；查不到的，也照直说。',
  usedIn: '用在',
  source: '出处',
  use: '可以怎么用',
  address: '网址',
  grades: {
    A: '与原文核对过',
    B: '通行的说法，未重读原文',
    C: '没有查到出处',
    'A/B': '部分与原文核对过',
    'B/C': '部分没有查到出处',
    'A/C': '部分没有查到出处',
  } as Readonly<Record<string, string>>,
  legal: '涉及法律的提醒是培训内容，不是法律意见。',
  factsOf: '依据',
};

export type ReferenceStrings = typeof zh;

const en: ReferenceStrings = {
  glossary: 'Glossary',
  glossaryLead: 'The terms of the lessons, one word for each idea.',
  letters: 'By letter',
  find: 'Find a term, in English or Chinese',
  hits: 'Terms found: {n}',
  noHits: 'The glossary has no “{typed}”. Try fewer letters or another word.',
  clear: 'Clear',
  sources: 'Sources',
  sourcesLead:
    'What each claim in the lessons rests on and how far it may be used. Where no source was found, it says so.',
  usedIn: 'Used in',
  source: 'Source',
  use: 'How it may be used',
  address: 'Address',
  grades: {
    A: 'Checked against the original',
    B: 'Standard reference, original not re-read',
    C: 'No source found',
    'A/B': 'Partly checked against the original',
    'B/C': 'Partly without a source',
    'A/C': 'Partly without a source',
  },
  legal: 'Legal reminders are training content, not legal advice.',
  factsOf: 'Sources',
};

const bundles: Record<Language, ReferenceStrings> = { zh, en };

/** @returns the strings of glossary and sources in one language. */
export const referenceStrings = (language: Language): ReferenceStrings => bundles[language];
