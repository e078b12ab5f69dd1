import type { Language } from '#core/model/text.ts';

const zh = {
  heading: '班级和任务',
  by: '讲师：{names}',
  none: '讲师还没有布置任务。',
  kinds: { lesson: '学成', check: '再过一次课末检查', scenario: '模拟练习过关' },
  due: '{day}截止',
  noDue: '不限日期',
  states: { done: '已完成', open: '还没完成', overdue: '过了期限' },
  offline: '现在连不上服务器，下面是上次看到的。',
  leave: '退出这个班',
  leaveQuestion: '退出「{name}」？',
  leaveText: '讲师马上就看不到你的进度了。你的记录一条也不少；以后有邀请码还可以再加入。',
  leaveGo: '退出',
  cancel: '取消',
  share: {
    heading: '给讲师看一份',
    which: '给哪一份',
    nothing: '你还没有写下的话，也没有保存过表格。写了以后，可以在这里选一份给讲师看。',
    allShared: '没有别的可以给讲师看了。',
    who: '能看到的人：「{name}」的讲师，包括以后加进来的；还有这个网站的管理员。班里别的学员看不到。只给选中的这一份，以后再改的不会跟着给；表格里的照片、注明只留给自己的栏也不给。随时可以在这里收回，退出班级也就收回了。',
    go: '给「{name}」的讲师看这一份',
    now: '讲师现在看得到的：',
    end: '不再给看',
    done: '「{name}」的讲师看得到这一份了。',
    ended: '讲师看不到这一份了。',
    notThere: '这一份还没送到服务器，没有给出去。等同步完再试一次。',
    full: '给「{name}」的讲师看的已经有{n}份，不能再多了，这一份没有给出去。在上面收回用不着的，再给这一份。',
    failed: '没有办成。连上网以后再试一次。',
    elsewhere: '这台设备上没有的一份',
  },
  left: '已退出「{name}」。',
  leaveFailed: '没有退成，请连上网再试一次。',
  joinLink: '有邀请码？加入班级',
  line: '讲师布置的任务还有{n}项没完成',
  lineOverdue: '，{n}项过了期限',
};

export type OwnCohortStrings = typeof zh;

const en: OwnCohortStrings = {
  heading: 'Class and assignments',
  by: 'Trainer: {names}',
  none: 'Nothing has been assigned yet.',
  kinds: { lesson: 'Complete', check: 'Pass the check once more', scenario: 'Pass the role-play' },
  due: 'by {day}',
  noDue: 'no due date',
  states: { done: 'done', open: 'not done yet', overdue: 'overdue' },
  offline: 'The server cannot be reached; this is what was seen last.',
  leave: 'Leave this class',
  leaveQuestion: 'Leave “{name}”?',
  leaveText:
    'Your trainer stops seeing your progress at once. Nothing of your record is lost, and with an invitation code you can join again.',
  leaveGo: 'Leave',
  cancel: 'Cancel',
  share: {
    heading: 'Show your trainer one thing',
    which: 'Which one',
    nothing:
      'You have written no notes and saved no worksheets yet. Once you have, you can choose one here for your trainer to read.',
    allShared: 'There is nothing else to show.',
    who: 'Who can read it: the trainers of “{name}”, also those who join later, and the administrators of this site. Other learners cannot. Only this one is shown, not what you change later; pictures, and fields marked as yours alone, stay hidden. You can take it back here at any time, and leaving the class takes it back too.',
    go: 'Show this one to the trainers of “{name}”',
    now: 'Your trainer can read now:',
    end: 'Take it back',
    done: 'The trainers of “{name}” can read it now.',
    ended: 'Your trainer can no longer read it.',
    notThere: 'The server does not have it yet, so it was not shown. Try again once everything is synced.',
    full: 'You show the trainers of “{name}” {n} things already, which is the limit; this one was not shown. Take one back above that is no longer needed, then show this one.',
    failed: 'That did not work. Try again once there is a connection.',
    elsewhere: 'something that is not on this device',
  },
  left: 'You have left “{name}”.',
  leaveFailed: 'You have not left. Try again once there is a connection.',
  joinLink: 'Have an invitation code? Join a class',
  line: 'Assigned and not done yet: {n}',
  lineOverdue: ', {n} overdue',
};

/** The classes a learner is in, on `/me` and on the home page; `cohortStrings` has them. */
export const own: Record<Language, OwnCohortStrings> = { zh, en };
