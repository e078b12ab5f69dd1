// What a scenario needs and the turn sheets do not say in a form that a program can read.
// Needs and weights: design of the simulators, §1.2. Trust limits: §1.3, steps 14 and phase resets.

/** @type {Record<string, { simulator: string, minutes: number, entryLevel: number, lessons: string[], endTrust?: number, secondVisitTrust?: number }>} */
export const FRAMES = {
  'f-a': { ...fab(1) },
  'f-b': { ...fab(2) },
  'f-c': { ...fab(3) },
  'd-a': { ...doctor(1) },
  'd-b': { ...doctor(2), endTrust: 14, secondVisitTrust: 35 },
  'd-c': { ...doctor(3) },
  'r-a': { ...roi(1) },
  'r-b': { ...roi(2) },
  'r-c': { ...roi(3) },
};

function fab(entryLevel) {
  const lessons = ['m1-who-is-the-customer', 'm2-knowledge-pioneer', 'm2-fab-pitch'];
  return { simulator: 'fab-pitch', minutes: 8, entryLevel, lessons };
}
function doctor(entryLevel) {
  const lessons = [
    'm2-customer-engineer',
    'm2-sales-doctor',
    'm2-dealer-concerns',
    'm2-communication-and-trust',
    'm2-supportive-language',
    'm2-listening-and-response',
  ];
  return { simulator: 'sales-doctor', minutes: 15, entryLevel, lessons };
}
function roi(entryLevel) {
  const lessons = ['m2-dealer-concerns', 'm2-roi-selling-logic', 'm2-roi-selling-five-steps'];
  return { simulator: 'roi-selling', minutes: 20, entryLevel, lessons };
}

const need = (id, weight, more = {}) => ({ id, weight, ...more });
const top = { top: true };
const of = (person) => ({ person });

/** First one = first need. */
export const NEEDS = {
  'f-a': [need('slip', 50, top), need('clean', 20), need('warm', 15), need('fitter', 15)],
  'f-b': [need('slow', 40, top), need('margin', 25), need('easy', 20), need('space', 15)],
  'f-c': [
    need('pattern', 22, { ...of('helin'), ...top }),
    need('flat', 25, { ...of('wu'), ...top }),
    need('samples', 15, of('helin')),
    need('spec', 13, of('helin')),
    need('noblame', 13, of('wu')),
    need('weight', 12, of('wu')),
  ],
  'd-a': [need('orders', 40), need('margin', 25), need('relief', 20), need('respect', 15)],
  'd-b': [need('face', 40), need('certainty', 30), need('trouble', 20), need('respect', 10)],
  'd-c': [
    need('freedom', 30, of('sunhao')),
    need('safe', 30, of('wangfang')),
    need('pace', 20, of('wangfang')),
    need('respect', 20, of('sunhao')),
  ],
  'r-a': [need('cash', 40), need('profit', 35), need('say', 25)],
  'r-b': [need('profit', 50), need('certainty', 50)],
  'r-c': [need('face', 30), need('return', 45), need('future', 25)],
};

/** Who speaks a reveal line: the sheets write names there and ids everywhere else. */
export const PERSON_IDS = {
  陈建国: 'chen',
  李秀梅: 'li',
  孙浩: 'sunhao',
  王芳: 'wangfang',
  何琳: 'helin',
  老吴: 'wu',
  马丽: 'mali',
  刘敏: 'liu',
  小雨: 'xiaoyu',
  调度员: 'dispatcher',
};

/** Names the sheets give in Chinese only, or not at all. */
export const NAMES = {
  马丽: { zh: '马丽', en: 'Ma Li' },
  服务台: { zh: '服务台', en: 'the service desk' },
  赵经理: { zh: '赵经理', en: 'Mr Zhao' },
  son: { zh: '周大勇的儿子', en: 'Zhou Dayong’s son' },
};

/** Units of the desk's rows that are no yuan. */
export const UNITS = { 'r-c': { r4: 'months', r5: 'percent' } };

/** Words for problem and decision of r-b, which the sheet leaves to the ids. */
export const LABELS = {
  'r-b': {
    pilot_two_clients: { zh: '先拿两家装修公司试八周', en: 'eight weeks with two renovation firms' },
    pilot_one_client: { zh: '先拿一家装修公司试', en: 'a trial with one renovation firm' },
    programme_full: { zh: '定裁配送一次铺开', en: 'the whole programme at once' },
    price_cut: { zh: '降三个点', en: 'three points off' },
    price_cut_half: { zh: '先降一个半点', en: 'one and a half points off' },
    price: { zh: '进价太高', en: 'our price is too high' },
  },
};

/**
 * Lines that were bettered: customers are 您, and where two people speak in one line each has quotation marks.
 * @type {readonly (readonly [string, string])[]}
 */
export const EDITS = [
  ['你们两家互相透个数', '您两家互相透个数'],
  ['你们两位当面聊', '您两位当面聊'],
  ['会不会是你们混的批？', '会不会是您这边混的批？'],
  [
    'Thirty seconds, I have drawings to change. I’ve seen the Yanyu brochure. (Wu — I haven’t.)',
    '“Thirty seconds, I have drawings to change. I’ve seen the Yanyu brochure.” Wu: “I haven’t.”',
  ],
  [
    'The drawings can wait till tonight. I’ve seen the Yanyu brochure, Wu hasn’t turned a page. Take him through it, I’ll listen for mistakes. (Wu — Go on, I’m listening.)',
    '“The drawings can wait till tonight. I’ve seen the Yanyu brochure, Wu hasn’t turned a page. Take him through it, I’ll listen for mistakes.” Wu: “Go on, I’m listening.”',
  ],
  [
    'I know what the owner can spend. (Wu — Then come out with a figure. He nods towards you; both look at you.)',
    '“I know what the owner can spend.” Wu: “Then come out with a figure.” (He nods towards you; both look at you.)',
  ],
  [
    'He Lin: The TV wall is 3.6 metres. Wu: Tell us about chipping first.',
    'He Lin: “The TV wall is 3.6 metres.” Wu: “Tell us about chipping first.”',
  ],
  [
    'Training, what for? It’s the price! Li Xiumei: The people are gone, and he talks price. (Shuts her notebook.)',
    '“Training, what for? It’s the price!” Li Xiumei: “The people are gone, and he talks price.” (Shuts her notebook.)',
  ],
  [
    'It’s the price, what else! Shop and log you can see later, as you like; first let me have my say! Li Xiumei: Fine, let’s both have it. I’ve held back about the staff for two weeks.',
    '“It’s the price, what else! Shop and log you can see later, as you like; first let me have my say!” Li Xiumei: “Fine, let’s both have it. I’ve held back about the staff for two weeks.”',
  ],
  [
    '(At the counter a customer raises his voice. The Yanyu: seven days, you said, today is day eleven. Both owners stand up.)',
    '(At the counter a customer raises his voice: “The Yanyu, seven days, you said, today is day eleven!” Both owners stand up.)',
  ],
];

/** Decoy blocks whose topic no option has, so that they would never be offered: the topic beside which they belong. */
export const BLOCK_KEYS = {
  'quantify.sales': 'quantify.cash',
  'quantify.bright': 'quantify.clause',
  'quantify.interest': 'quantify.cash',
};
