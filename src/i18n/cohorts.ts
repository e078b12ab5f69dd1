import type { Language } from '#core/model/text.ts';
import { join } from './cohorts-join.ts';
import { lead } from './cohorts-lead.ts';
import { own } from './cohorts-own.ts';

/** What a class sees and does not see; a change of it is a new `TOLD_VERSION` (src/core/cohort/cohort.ts). */
const toldZh = {
  heading: '讲师看得到什么',
  shared: [
    '你的称呼、加入的时间、最近一次学习的日期',
    '每一课学到哪里、哪天学成，课末检查第一次和最好一次拿到几成分',
    '每条学习目标目前拿到几成分',
    '每个模拟练习做了几次，第一次和最好一次的得分，过没过关，最好那次有哪些要紧的失误',
    '布置的任务完成了没有',
  ],
  earlier: '加入以前做过的，也照上面这几条算在内。',
  who: '看得到的人：这个班的讲师；班里别的学员看不到。网站的管理员也看得到这些，他们管着服务器，另外还能看到什么，写在「隐私」一页里。',
  notShared:
    '讲师看不到的：每道题选了什么，你写下的话、填的表格和照片，模拟练习里说的每一句话，用了多少时间。只有你自己点了「给讲师看」的那一份除外，照片仍然看不到。',
  reset:
    '你注册了账号又忘了密码时，讲师可以替你换一个恢复码。拿到恢复码的人就能登录你的账号，所以每换一次，服务器都记下是谁换的。',
  leaving: '随时可以在「我」里退出，退出以后讲师就看不到了，你的记录还是你的。',
};

const zh = {
  comma: '、',
  told: toldZh,
  join: join.zh,
  own: own.zh,
  lead: lead.zh,
};

export type CohortStrings = typeof zh;

const en: CohortStrings = {
  comma: ', ',
  told: {
    heading: 'What your trainer can see',
    shared: [
      'your nickname, when you joined, and the day you last studied',
      'how far you are in each lesson, the day you completed it, and the share of points in your first and your best check',
      'your present share of points for each objective',
      'how often you did each role-play, your first and your best score, whether you passed, and the serious slips of the best run',
      'whether what was assigned is done',
    ],
    earlier: 'What you did before joining counts in the same way.',
    who: 'Who can see it: the trainers of this class; other learners cannot. Administrators of this site see it too; they run the server, and what else that lets them see stands on the page “Privacy”.',
    notShared:
      'What your trainer cannot see: which options you chose, anything you wrote, worksheets and pictures, what you said in a role-play, how much time you spent. The one exception is what you choose yourself under “Show your trainer one thing”; pictures stay hidden even then.',
    reset:
      'If you have an account and forget your password, your trainer can give you a new recovery code. Whoever has that code can sign in as you, so the server notes each time who gave one.',
    leaving:
      'You can leave at any time under “Me”; then your trainer sees nothing more, and your record stays yours.',
  },
  join: join.en,
  own: own.en,
  lead: lead.en,
};

const bundles: Record<Language, CohortStrings> = { zh, en };

/** @returns the strings of classes in one language: leading them, joining, and the learner's own. */
export const cohortStrings = (language: Language): CohortStrings => bundles[language];
