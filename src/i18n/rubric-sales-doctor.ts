import type { Language } from '#core/model/text.ts';
import { BETWEEN, type CriteriaStrings } from './rubric-criterion.ts';

const zh: CriteriaStrings = {
  opening: {
    name: '开场、征得同意',
    levels: [
      '没有交代来意。',
      '后来才交代；或者先客气了一句。',
      '头两句里交代了一样；或者第三、四句才交代。',
      '头两句里交代了两样；或者先认了自己的错。',
      '头两句里说清目的、时间，并征得同意。',
    ],
  },
  nopitch: {
    name: '先不推销',
    levels: [
      '需求没确认就推销，不止一次。',
      '需求没确认就推销了一次；或者确认以后推了两次以上；或者谈得太少，看不出来。',
      '需求确认以后推销了一次。',
      BETWEEN.zh,
      '第一次拜访，一句没推销。',
    ],
  },
  questioning: {
    name: '提问',
    levels: [
      '没有问到点上的。',
      '问到一方面的顾虑。',
      '问到两方面的顾虑。',
      '问到四方面；或者三方面，而且先问情况、再问影响。',
      '问到四方面以上，而且先问情况、再问影响。',
    ],
  },
  listening: {
    name: '倾听、回应',
    levels: [
      '一次没接住；或者顶撞、怪人、岔开话头不止一次。',
      '接住过，也有一句伤人的话。',
      '接住一次；或者接住三次以上，有一句伤人的话。',
      '接住两次，没有伤人的话。',
      '复述、接情绪、总结，在不同话题上接住三次以上，没有伤人的话。',
    ],
  },
  observation: {
    name: '看现场、要数据',
    levels: [
      '现场什么也没记下。',
      '记下一处。',
      '记下两处以上；或者说明用途、要到了数据。',
      '记下三处，并且说明用途、要到了数据；或者记下五处以上。',
      '记下四处以上，并且说明用途、要到了数据。',
    ],
  },
  diagnosis: {
    name: '诊断',
    levels: [
      '把症状当了病根，或者没有诊断。',
      '病根找对了，没有依据；或者只找到一部分原因，有依据。',
      '病根找对了，有一条依据。',
      '病根找对了，有两三条依据。',
      '病根找对了，三条以上依据，还用看到的事排除了另一种说法。',
    ],
  },
  prescription: {
    name: '开方、约定',
    levels: [
      '没有方案，或者没等到第二次拜访。',
      '做什么、谁来做、哪天、怎么量、给选择，说到一两样。',
      '五样里缺两样。',
      '五样里缺一样。',
      '做什么、谁来做、哪天、怎么量、给选择，五样都说了。',
    ],
  },
  ethics: {
    name: '分寸、底线',
    levels: [
      '踩了线，没有补救。',
      '没踩线，可谈得太少，看不出来。',
      '踩了线，都当场补救了。',
      '没踩线；自己的利害没有交代。',
      '没踩线，还交代了自己的利害。',
    ],
  },
};

const en: CriteriaStrings = {
  opening: {
    name: 'Opening and consent',
    levels: [
      'Did not say why you came.',
      'Only later; or began with mere courtesy.',
      'One of the three in the first two moves; or said in move three or four.',
      'Two of the three in the first two moves; or began by owning up to your own fault.',
      'Purpose, time and consent within the first two moves.',
    ],
  },
  nopitch: {
    name: 'No pitch yet',
    levels: [
      'Pitched before a need was confirmed, more than once.',
      'Pitched once before a need was confirmed; or twice and more after; or talked too little to tell.',
      'Pitched once, after a need was confirmed.',
      BETWEEN.en,
      'Not one word of pitch on the first visit.',
    ],
  },
  questioning: {
    name: 'Questions',
    levels: [
      'None that helped.',
      'Touched one concern.',
      'Touched two concerns.',
      'Touched four; or three, first the situation and then its effect.',
      'Touched four or more, first the situation and then its effect.',
    ],
  },
  listening: {
    name: 'Listening and response',
    levels: [
      'Caught nothing; or argued, blamed or dodged more than once.',
      'Caught something, and one line that hurt.',
      'Caught one thing; or three and more with one line that hurt.',
      'Caught two things, no line that hurt.',
      'Paraphrased, reflected or summarised on three different matters, no line that hurt.',
    ],
  },
  observation: {
    name: 'Seeing and asking for data',
    levels: [
      'Noted nothing on the spot.',
      'Noted one thing.',
      'Noted two or more; or got data by saying what for.',
      'Noted three and got data by saying what for; or noted five and more.',
      'Noted four or more and got data by saying what for.',
    ],
  },
  diagnosis: {
    name: 'Diagnosis',
    levels: [
      'Took the symptom for the cause, or made no diagnosis.',
      'Right cause without evidence; or part of the cause with evidence.',
      'Right cause, one piece of evidence.',
      'Right cause, two or three pieces of evidence.',
      'Right cause, three or more pieces of evidence, and another explanation ruled out by what was seen.',
    ],
  },
  prescription: {
    name: 'Prescription and agreement',
    levels: [
      'No prescription, or no second visit.',
      'One or two of action, owner, date, measure and choice.',
      'Two of the five missing.',
      'One of the five missing.',
      'Action, owner, date, measure and choice: all said.',
    ],
  },
  ethics: {
    name: 'Ethics and boundaries',
    levels: [
      'Crossed a line and did not repair it.',
      'Crossed none, but talked too little to tell.',
      'Crossed a line, each time repaired.',
      'Crossed none; did not name your own interest.',
      'Crossed none and named your own interest.',
    ],
  },
};

/** The criteria of `sales-doctor`; `rubricStrings` has them. */
export const salesDoctor: Record<Language, CriteriaStrings> = { zh, en };
