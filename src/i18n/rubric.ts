import type { Language } from '#core/model/text.ts';
import type { SimulatorId } from '#core/simulator/scenario.ts';

/** One criterion in plain words; `levels[n]` says what level n looks like, 0 to 4. */
export interface CriterionStrings {
  name: string;
  levels: readonly [string, string, string, string, string];
}

/** By simulator and criterion id; the counting rules behind the words stand in core/simulator/score. */
export type RubricStrings = Readonly<Record<SimulatorId, Readonly<Record<string, CriterionStrings>>>>;

const BETWEEN_ZH = '介于上下两级之间。';

const zh: RubricStrings = {
  'fab-pitch': {
    need: {
      name: '问出需求',
      levels: [
        '没有问。',
        '问了，还没问到客户的需求上。',
        '客户说出了一个需求。',
        '客户说出了最要紧的需求。',
        '最要紧的需求都说出来了，你复述过，客户点了头。',
      ],
    },
    benefit: {
      name: '讲到利益',
      levels: [
        '没讲利益，或者讲了不该讲的。',
        '讲了利益，可客户没提过这个需求。',
        '对着客户隐约提过的需求；或者对着了，说得笼统。',
        '说得具体，对着客户说过的需求。',
        '说得具体，对着客户点过头的、最要紧的需求。',
      ],
    },
    chain: {
      name: '一条线到底',
      levels: [
        '特性、优势、利益，讲出来的不到两层。',
        '讲了两层以上，各说各的。',
        '相邻的两层接得上；或者只讲了两层，是一条线。',
        '特性和利益是一条线，优势岔开了。',
        '特性、优势、利益是一条线。',
      ],
    },
    evidence: {
      name: '证据对得上',
      levels: [
        '没有证据，或者这份证据用不得。',
        '证据是真的，证明的却是别的事；或者过了期。',
        BETWEEN_ZH,
        '证据有效，证明的正是那条利益。',
        '证据有效，证明的正是那条利益，还说明了它管到哪儿为止。',
      ],
    },
    brev: {
      name: '简短、次序',
      levels: [
        '超过70秒，或者没讲。',
        '超过45秒、特性多于两个、次序倒了，三样都占。',
        '三样里占两样。',
        '三样里占一样。',
        '45秒以内，特性不超过两个，先利益、再优势、后特性。',
      ],
    },
    lawful: {
      name: '话说得合规',
      levels: [
        '有绝对化、打包票或贬低别家的话，没有补救；或者没讲。',
        BETWEEN_ZH,
        '说了一句，当场补救了；或者广告里放了不该放的那张。',
        BETWEEN_ZH,
        '全程没有绝对化、打包票、贬低别家的话。',
      ],
    },
    close: {
      name: '收尾',
      levels: [
        '没有收尾。',
        '收尾时催着客户定。',
        '收了尾，说得含糊。',
        '约了下一步，客户还没答应。',
        '约了下一步，客户答应了。',
      ],
    },
  },
  'sales-doctor': {
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
        BETWEEN_ZH,
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
  },
  'roi-selling': {
    problem: {
      name: '找对问题',
      levels: [
        '没有选。',
        '把表面现象当成了问题。',
        '选了次要的原因。',
        '选对了主要原因。',
        '选对了主要原因，还排除了那个听起来对的说法。',
      ],
    },
    baseline: {
      name: '数字的来处',
      levels: [
        '都没标对。',
        '标对来处的，按金额算不到四成。',
        '标对四成以上。',
        '标对六成以上。',
        '标对八成以上。',
      ],
    },
    arith: {
      name: '账算得对',
      levels: ['错五处以上。', '错三四处；或者把销售额当成了利润。', '错两处。', '错一处。', '一处没错。'],
    },
    range: {
      name: '好坏几种情形',
      levels: [
        '只算了一种情形。',
        BETWEEN_ZH,
        '算了两种情形。',
        '好、中、坏三种都算了。',
        '三种都算了，还指出哪一项影响最大。',
      ],
    },
    honest: {
      name: '把话说老实',
      levels: [
        '来处、区间、风险、自己的利害，一样没说；或者打了包票。',
        '说了一样。',
        '说了两样。',
        '说了三样。',
        '来处、区间、风险、自己的利害，都说了。',
      ],
    },
    meeting: {
      name: '开会',
      levels: [
        '会没开下来。',
        '会开下来了，可没问、没请客户算、没总结。',
        '三样里做到一样。',
        '三样里做到两样。',
        '请客户自己算出一个数，问过两次以上，最后有总结。',
      ],
    },
    exec: {
      name: '执行、标准',
      levels: [
        '没有说。',
        '沾了一点。',
        '六样里缺两三样。',
        '六样里缺一样。',
        '谁来做、看什么数、从多少起、数从哪儿来、哪天看、到什么份上停，都说了。',
      ],
    },
    decision: {
      name: '最后怎么定',
      levels: [
        '让了价，或者什么也没提。',
        '提了一步到位的整套方案。',
        BETWEEN_ZH,
        '提了先试一段，没谈成。',
        '提了先试一段（或者老实说这笔不该做），谈成了。',
      ],
    },
  },
};

const BETWEEN_EN = 'Between the level above and the level below.';

const en: RubricStrings = {
  'fab-pitch': {
    need: {
      name: 'Finding the need',
      levels: [
        'Did not ask.',
        'Asked, but not about what this customer needs.',
        'The customer stated a need.',
        'The customer stated the need that matters most.',
        'All needs that matter most were stated, and confirmed when you put them in your words.',
      ],
    },
    benefit: {
      name: 'Speaking of the benefit',
      levels: [
        'No benefit, or one that must not be said.',
        'A benefit, for a need this customer never mentioned.',
        'For a need only hinted at; or for a stated one, but in general words.',
        'Concrete, for a need the customer stated.',
        'Concrete, for the need that matters most and was confirmed.',
      ],
    },
    chain: {
      name: 'One line of thought',
      levels: [
        'Fewer than two of feature, advantage and benefit.',
        'Two or more, each about something else.',
        'Two neighbours fit together; or only two parts, but one line.',
        'Feature and benefit are one line, the advantage strays.',
        'Feature, advantage and benefit are one line.',
      ],
    },
    evidence: {
      name: 'Fitting evidence',
      levels: [
        'No evidence, or one that cannot be used.',
        'Sound, but it proves something else; or it is out of date.',
        BETWEEN_EN,
        'Valid, and it proves this very benefit.',
        'Valid, it proves this very benefit, and you said where it stops.',
      ],
    },
    brev: {
      name: 'Brevity and order',
      levels: [
        'Over 70 seconds, or not delivered.',
        'Over 45 seconds, more than two features and the order reversed.',
        'Two of these three.',
        'One of these three.',
        'Within 45 seconds, at most two features, benefit before advantage before feature.',
      ],
    },
    lawful: {
      name: 'Lawful wording',
      levels: [
        'Absolute claims, guarantees or running down others, not repaired; or not delivered.',
        BETWEEN_EN,
        'One such line, repaired at once; or the wrong card in the advert.',
        BETWEEN_EN,
        'No absolute claim, no guarantee, nobody run down.',
      ],
    },
    close: {
      name: 'Closing',
      levels: [
        'No closing.',
        'Pressed the customer to decide.',
        'Closed, but vaguely.',
        'Proposed a next step, not agreed yet.',
        'Proposed a next step, and the customer agreed.',
      ],
    },
  },
  'sales-doctor': {
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
        BETWEEN_EN,
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
  },
  'roi-selling': {
    problem: {
      name: 'The right problem',
      levels: [
        'None chosen.',
        'Took the symptom for the problem.',
        'Chose a secondary cause.',
        'Chose the main cause.',
        'Chose the main cause and ruled out the one that only sounds right.',
      ],
    },
    baseline: {
      name: 'Where figures come from',
      levels: [
        'No source marked rightly.',
        'Under 40% of the money marked rightly.',
        '40% or more.',
        '60% or more.',
        '80% or more.',
      ],
    },
    arith: {
      name: 'Arithmetic',
      levels: [
        'Five slips or more.',
        'Three or four slips; or sales counted as profit.',
        'Two slips.',
        'One slip.',
        'No slip.',
      ],
    },
    range: {
      name: 'Good and bad cases',
      levels: [
        'One case only.',
        BETWEEN_EN,
        'Two cases.',
        'Good, middle and bad case.',
        'All three, and you named the figure that moves the result most.',
      ],
    },
    honest: {
      name: 'Honest language',
      levels: [
        'None of source, range, risk and own interest; or a guarantee.',
        'One of them said.',
        'Two said.',
        'Three said.',
        'Source, range, risk and own interest, all said.',
      ],
    },
    meeting: {
      name: 'The meeting',
      levels: [
        'The meeting broke off.',
        'It was held, but without questions, customer’s sum or summary.',
        'One of the three.',
        'Two of the three.',
        'The owner computed a figure, you asked twice or more, and you summed up.',
      ],
    },
    exec: {
      name: 'Execution and criteria',
      levels: [
        'Not said.',
        'A trace of it.',
        'Two or three of six missing.',
        'One of six missing.',
        'Owner, metric, baseline, source, date and stop line: all said.',
      ],
    },
    decision: {
      name: 'The decision',
      levels: [
        'Cut the price, or proposed nothing.',
        'Proposed the full programme at once.',
        BETWEEN_EN,
        'Proposed a trial, not agreed.',
        'Proposed a trial (or an honest no), and it was agreed.',
      ],
    },
  },
};

const bundles: Record<Language, RubricStrings> = { zh, en };

/** @returns names and levels of all criteria in one language. */
export const rubricStrings = (language: Language): RubricStrings => bundles[language];
