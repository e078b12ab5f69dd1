import type { Language } from '#core/model/text.ts';

const zh = {
  curveTitle: '三条线，三个转折',
  curveTitleShort: '三条线',
  trust: '信任',
  patience: '耐心',
  interest: '兴趣',
  roundUnit: '轮',
  curveName: '信任、耐心、兴趣，第1到第{n}轮',
  curveText: '{who}{line}从{a}到{b}，最低{min}（第{at}轮）。',
  whoseLine: '{name}的',
  curveTurns: '转折在第{rounds}轮。',
  curveHint: '点一个点，看那一轮说了什么、值多少。',
  pointName: '第{n}轮：信任{trust}，耐心{patience}，兴趣{interest}',
  pointsLabel: '各轮，左右键挪动',
  turnName: '转折{mark}，第{n}轮，看下面的说明',
  stepBack: '上一轮',
  stepOn: '下一轮',
  asTable: '换成表格',
  asCurve: '收起表格',
  tableWho: '和谁谈',
  tableRound: '轮次',
  nothingSaid: '没有谈起来，没有线可画。',
};

export type CurveStrings = typeof zh;

const en: CurveStrings = {
  curveTitle: 'Three lines, three turning points',
  curveTitleShort: 'Three lines',
  trust: 'trust',
  patience: 'patience',
  interest: 'interest',
  roundUnit: 'round',
  curveName: 'Trust, patience and interest, rounds 1 to {n}',
  curveText: '{who}{line} from {a} to {b}, lowest {min} (round {at}).',
  whoseLine: '{name}: ',
  curveTurns: 'Turning points in rounds {rounds}.',
  curveHint: 'Tap a point to see what was said in that round and what it did.',
  pointName: 'Round {n}: trust {trust}, patience {patience}, interest {interest}',
  pointsLabel: 'Rounds, arrow keys move between them',
  turnName: 'Turning point {mark}, round {n}, go to its story',
  stepBack: 'Round before',
  stepOn: 'Next round',
  asTable: 'Show as a table',
  asCurve: 'Hide the table',
  tableWho: 'Talking to',
  tableRound: 'Round',
  nothingSaid: 'Nothing was said, so there is no line to draw.',
};

/** The curve of trust, patience and interest; `debriefStrings` has them. */
export const curve: Record<Language, CurveStrings> = { zh, en };
