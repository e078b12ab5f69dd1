import type { Language } from '#core/model/text.ts';
import { doctorTasks } from './practice-tasks-doctor.ts';
import { pitchTasks } from './practice-tasks-pitch.ts';
import { roiTasks } from './practice-tasks-roi.ts';

const zh = {
  loading: '正在取回这一步……',
  unreachable: '这一步的程序没有取到，可能是没有网络。前面做的都在，连上网再试。',
  retryLoad: '再取一次',
  skip: '这一块先不说',
  board: {
    cardOf: '第{k}条，共{n}条',
    current: '手里这一条',
    placed: '已摆好{n}条，可以改',
    takeBack: '拿回「{card}」',
    keysHint: '也可以按数字键1到{n}',
    binCount: '{n}条',
    up: '「{card}」上移',
    down: '「{card}」下移',
    moved: '「{card}」移到第{k}位',
  },
  ...pitchTasks.zh,
  ...doctorTasks.zh,
  ...roiTasks.zh,
};

export type TaskStrings = typeof zh;

const en: TaskStrings = {
  loading: 'Fetching this step …',
  unreachable:
    'This step could not be fetched, perhaps there is no network. What you did is kept; try again once you are online.',
  retryLoad: 'Try again',
  skip: 'Leave this part out',
  board: {
    cardOf: '{k} of {n}',
    current: 'In your hand',
    placed: '{n} placed, you can change them',
    takeBack: 'Take back “{card}”',
    keysHint: 'Number keys 1 to {n} work too',
    binCount: '{n} here',
    up: 'Move “{card}” up',
    down: 'Move “{card}” down',
    moved: '“{card}” is now number {k}',
  },
  ...pitchTasks.en,
  ...doctorTasks.en,
  ...roiTasks.en,
};

const bundles: Record<Language, TaskStrings> = { zh, en };

/** @returns the strings of the tasks inside a role-play in one language. */
export const taskStrings = (language: Language): TaskStrings => bundles[language];
