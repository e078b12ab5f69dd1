import { describe, expect, test } from 'vitest';
import { mayKeepTag } from '#core/simulator/free-text/reading-result.ts';
import type { MoveTag } from '#core/simulator/scenario-move.ts';
import { heard, readingOf } from './free-text-rules.ts';

/** Expectations by hand, from the traps of the scenarios: [typed, claimed, harm heard]. */
const HARM: readonly (readonly [string, MoveTag, MoveTag])[] = [
  ['云栖是全市最防滑的砖，您放心铺。', 'pitch_benefit', 'absolute'],
  ['进了这批，半年准卖完，卖不完您找我。', 'pitch_benefit', 'guarantee'],
  ['这款砖一平给师傅您留八块，走我个人的账。', 'trade', 'benefit_in_kind'],
  ['K品牌那批就是尾货，谁铺谁后悔。', 'compare_fact', 'disparage'],
  ['合同到十二月又怎样，先悄悄把我们的样板摆上。', 'offer_choice', 'induce_breach'],
  ['孙总那边六十万的货压着，您心里有个数。', 'inform_brief', 'disclose_peer'],
  ['清旧货亏的三万，先别写进投入里。', 'quantify', 'conceal'],
  ['样板一换，一年净赚43万，错不了。', 'quantify', 'unsupported_number'],
  ['我给您让一个半点，咱们把合同定下来。', 'trade', 'offer_price_cut'],
  ['您这话说得不对，当初混批的就是您自己的库。', 'diagnose', 'argue'],
  ['三十片就剩这一批，今天不定就没了。', 'propose_next', 'pressure'],
  ['我一分提成都没有，就是想帮您一把。', 'disclose', 'deny_interest'],
  ['Yunqi is the most slip-resistant tile in town, lay it and forget it.', 'pitch_benefit', 'absolute'],
  [
    'Take the lot and it will be gone in six months, or I buy it back myself, I promise.',
    'pitch_benefit',
    'guarantee',
  ],
  [
    'Eight yuan a square metre for you personally, and it never shows in the books.',
    'trade',
    'benefit_in_kind',
  ],
  ['K brand sends you leftovers, that is all they have.', 'compare_fact', 'disparage'],
  ['Forget the exclusive clause and quietly put our panels up in November.', 'offer_choice', 'induce_breach'],
  ['Mr Sun has 600 000 in stock nobody buys, just so you know.', 'inform_brief', 'disclose_peer'],
  ['Let us leave the loss on the old stock out of the outlay.', 'quantify', 'conceal'],
  ['You will earn 436 000 more a year once the panels hang.', 'quantify', 'unsupported_number'],
  ['I can give you one and a half points off to close this.', 'trade', 'offer_price_cut'],
  ['You are wrong there, the mixed pallet was your own mistake.', 'diagnose', 'argue'],
  ['The offer ends tonight, sign now or the place is gone.', 'propose_next', 'pressure'],
  ['I get no bonus for this, I only do it for you.', 'disclose', 'deny_interest'],
  ['进我们的货，两年铁定回本。', 'pitch_benefit', 'guarantee'],
  ['大板这一行，岩语是数一数二的。', 'pitch_feature', 'absolute'],
  ['您要是下单，我自己掏两百给您发个红包。', 'trade', 'benefit_in_kind'],
  ['别家师傅净偷工，铺出来没法看。', 'compare_fact', 'disparage'],
  ['您再拖，下个月价格就上去了。', 'propose_next', 'pressure'],
  ['这点小事，您也犯不着闹成这样吧。', 'reflect', 'argue'],
  ['出厂没毛病，裂了您就说是师傅搬坏的。', 'advise', 'conceal'],
  ['It pays for itself within two years, guaranteed.', 'pitch_benefit', 'guarantee'],
  ['Nobody makes a flatter slab than we do.', 'pitch_feature', 'absolute'],
  ['There is an envelope for you once the order is in.', 'trade', 'benefit_in_kind'],
  ['That other lot will let you down, they always do.', 'compare_fact', 'disparage'],
  ['If you wait any longer the price goes up next month.', 'propose_next', 'pressure'],
  ['That is hardly a reason to make such a fuss.', 'reflect', 'argue'],
  ['Just say the fitter broke it and nobody will ask.', 'advise', 'conceal'],
  ["Old Zhou's people only sold forty slabs all year.", 'inform_brief', 'disclose_peer'],
];

/** Honest sentences that name the same things: a learner who is careful must not be punished for the word. */
const HARMLESS: readonly (readonly [string, MoveTag])[] = [
  ['我不敢说铁定能成，先试四周。', 'disclose'],
  ['您说隔壁师傅偷工，是哪家工地？', 'ask_detail'],
  ['提成我有，您掂量着听。', 'disclose'],
  ['走公司的账，发票开给店里。', 'inform_brief'],
  ['清旧货亏三万，我写在投入第一行。', 'quantify'],
  ['陈总，您这六十万压在哪几款上？', 'ask_detail'],
  ['别的店多少我不说，您家的我也不往外说。', 'refuse_kindly'],
  ['您要的三个点我没法答应，交期可以优先。', 'refuse_kindly'],
  ['I take the loss of 30 000 into the outlay, it stays on the sheet.', 'quantify'],
  ['Just say the word and I come on Thursday.', 'propose_next'],
  ['Nobody can promise that, and neither can I.', 'disclose'],
  ['You say they always let you down: when did it start?', 'ask_detail'],
  ['If you say the price goes up next month, what would you do with the old stock?', 'ask_consequence'],
  ['What Mr Zhou sells stays with him, as your figures stay with you.', 'refuse_kindly'],
  ['When I know for sure, I call you.', 'propose_next'],
];

describe('R5 harm is heard whatever was claimed', () => {
  test.each(HARM)('%s (%s) → %s', (text, claimed, tag) => {
    const reading = readingOf(text, claimed, { needStated: true });
    expect(reading).toMatchObject({ kind: 'hear', tag });
    expect(reading.because.hits.length, 'the log must say which words').toBeGreaterThan(0);
    expect(mayKeepTag(reading, 0)).toBe(false);
  });

  test.each(HARMLESS)('%s (%s) is no harm', (text, claimed) => {
    expect(heard(text, claimed, { needStated: true })).not.toMatch(/^hear/);
  });

  test('every list that carries a code says it, so that the run records the right error', () => {
    expect(readingOf('我保证七天到。', 'inform_brief')).toMatchObject({ tag: 'guarantee', code: 'E5' });
    expect(readingOf('做了这个，一年能多赚20万。', 'quantify')).toMatchObject({ code: 'E4' });
    expect(readingOf('还是导购的问题。', 'diagnose')).not.toHaveProperty('code');
  });

  test('taking sides needs two customers: alone with her it is agreement', () => {
    expect(heard('我站秀梅姐这边。', 'acknowledge', { listeners: 2 })).toBe('hear:take_side');
    expect(heard('我站秀梅姐这边。', 'acknowledge')).not.toMatch(/^hear/);
  });
});

describe('R1 the same sentence is heard the same, however it is typed', () => {
  const pairs: readonly (readonly [string, string, MoveTag])[] = [
    ['我们保证七天必到。', '我們保證七天必到。', 'inform_brief'],
    ['违约金我们出，您悄悄把样板摆上。', '違約金我們出，您悄悄把樣板擺上。', 'offer_choice'],
    ['给您包个红包。', '給您包個紅包。', 'trade'],
    ['对不起，21天没给您回话，今天我给您电话。', '對不起，21天沒給您回話，今天我給您電話。', 'repair'],
    ['占您40分钟，想弄清交期的事，行吗？', '占您４０分钟，想弄清交期的事，行吗？', 'greet_agenda'],
    ['我保证七天到。', '我 保 证 七 天 到 。', 'inform_brief'],
    ['我保证七天到。', '我保\u200b证七天到。', 'inform_brief'],
    ["I can't promise 40 orders.", 'I can’t promise 40 orders.', 'disclose'],
    ["I can't promise 40 orders.", 'Ｉ can’t promise ４０ orders．', 'disclose'],
    ['He said "they are liars". What happened?', 'He said “they are liars”. What happened?', 'ask_open'],
    ['THIS IS THE BEST TILE IN TOWN.', 'this is the best tile in town.', 'pitch_feature'],
  ];
  test.each(pairs)('%s = %s', (one, other, claimed) => {
    expect(heard(other, claimed)).toBe(heard(one, claimed));
  });

  test('what these pairs are heard as, so that both cannot be wrong together', () => {
    expect(pairs.map(([one, , claimed]) => heard(one, claimed))).toEqual([
      'hear:guarantee',
      'hear:induce_breach',
      'hear:benefit_in_kind',
      'accept',
      'accept',
      'hear:guarantee',
      'hear:guarantee',
      'accept',
      'accept',
      'hear:disparage',
      'hear:absolute',
    ]);
  });
});

describe('R2 what cannot be read uses up no turn', () => {
  test.each(['', '   ', '？！……', '👍👍🏽', '👨‍👩‍👧', '——', '\u200b\u200d', '\n\t'])(
    '%j is empty',
    (text) => {
      expect(heard(text, 'ask_open')).toBe('reject:empty');
    },
  );

  test('120 units pass, 121 do not; a full-width mark counts like a Han character', () => {
    expect(heard('好'.repeat(120), 'acknowledge')).toBe('down:vague');
    expect(heard('好'.repeat(121), 'acknowledge')).toBe('reject:long');
    expect(heard(`${'中'.repeat(119)}，`, 'acknowledge')).toBe('down:vague');
    expect(heard(`${'中'.repeat(120)}，`, 'acknowledge')).toBe('reject:long');
    expect(heard('a'.repeat(240), 'wait')).toBe('down:vague');
    expect(heard('a'.repeat(241), 'wait')).toBe('reject:long');
  });

  test('a rejected text is not guessed at: a guarantee in a text too long is no guarantee yet', () => {
    expect(heard(`我保证${'好'.repeat(120)}`, 'acknowledge')).toBe('reject:long');
  });
});

describe('R3 the customer’s own words do not count against the learner', () => {
  const last = '他们都是骗子！';
  test.each([
    ['您说「他们都是骗子」，是碰到什么事了？', last],
    ['「他们都是骗子」，是碰到什么事了？', last],
    ['您刚才说『别家全是假货』，是哪一家？', '没什么。'],
    ['您说“他们都是骗子”，是碰到什么事了？', '没什么。'],
  ])('%s', (text, lastLine) => {
    expect(heard(text, 'ask_open', { lastLine })).not.toMatch(/^hear/);
  });

  test('the same words as one’s own are a judgement; so are quotation marks around words nobody said', () => {
    expect(heard('他们都是骗子，您别上当。', 'compare_fact', { lastLine: last })).toBe('hear:disparage');
    expect(heard('要我讲，「他们都是骗子」，别上当。', 'compare_fact', { lastLine: '没什么。' })).toBe(
      'hear:disparage',
    );
  });

  test('a feeling may be said back in a quote', () => {
    expect(heard('「替你们挨骂」，这话听着真憋屈。', 'reflect', { lastLine: '我天天替你们挨骂！' })).toBe(
      'accept',
    );
  });
});

describe('R5 negation takes a hit back, and only then', () => {
  test.each([
    ['我不打包票。', '我打包票。', 'hear:guarantee'],
    ['这砖不是全市最好的。', '这砖是全市最好的。', 'hear:absolute'],
    ['I won’t say the others are junk.', 'The others are junk.', 'hear:disparage'],
    ['We never pay kickbacks.', 'We pay kickbacks.', 'hear:benefit_in_kind'],
  ])('%s / %s', (negated, plain, harm) => {
    expect(heard(negated, 'disclose')).not.toMatch(/^hear/);
    expect(heard(plain, 'disclose')).toBe(harm);
  });

  test('phrases that only look like negation take nothing back', () => {
    expect(heard('没问题，保证七天到。', 'inform_brief')).toBe('hear:guarantee');
    expect(heard('不瞒您，我保证卖完。', 'disclose')).toBe('hear:guarantee');
    expect(heard("Don't worry, I promise it sells.", 'disclose')).toBe('hear:guarantee');
    expect(heard('不但便宜，保证七天到。', 'disclose')).toBe('hear:guarantee');
  });

  test('a negation in another clause takes nothing back', () => {
    expect(heard('价格我不谈，保证七天到。', 'disclose')).toBe('hear:guarantee');
  });
});

describe('R5 reporting what the customer said is no harm', () => {
  test.each([
    ['您要我保证，我保证不了。', 'disclose'],
    ['您担心的是别家便宜没好货，哪一家碰上过？', 'ask_detail'],
    ['You asked me to guarantee it; I can’t.', 'disclose'],
  ] as const)('%s', (text, claimed) => {
    expect(heard(text, claimed)).not.toMatch(/^hear/);
  });
});
