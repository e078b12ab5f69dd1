import type { Language } from '#core/model/text.ts';
import { BETWEEN, type CriteriaStrings } from './rubric-criterion.ts';

const zh: CriteriaStrings = {
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
      BETWEEN.zh,
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
      BETWEEN.zh,
      '提了先试一段，没谈成。',
      '提了先试一段（或者老实说这笔不该做），谈成了。',
    ],
  },
};

const en: CriteriaStrings = {
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
      BETWEEN.en,
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
      BETWEEN.en,
      'Proposed a trial, not agreed.',
      'Proposed a trial (or an honest no), and it was agreed.',
    ],
  },
};

/** The criteria of `roi-selling`; `rubricStrings` has them. */
export const roiSelling: Record<Language, CriteriaStrings> = { zh, en };
