import type { Language } from '#core/model/text.ts';
import { BETWEEN, type CriteriaStrings } from './rubric-criterion.ts';

const zh: CriteriaStrings = {
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
      BETWEEN.zh,
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
      BETWEEN.zh,
      '说了一句，当场补救了；或者广告里放了不该放的那张。',
      BETWEEN.zh,
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
};

const en: CriteriaStrings = {
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
      BETWEEN.en,
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
      BETWEEN.en,
      'One such line, repaired at once; or the wrong card in the advert.',
      BETWEEN.en,
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
};

/** The criteria of `fab-pitch`; `rubricStrings` has them. */
export const fabPitch: Record<Language, CriteriaStrings> = { zh, en };
