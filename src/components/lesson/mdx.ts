import Choices from './Choices.astro';
import Compare from './Compare.astro';
import Diagram from './Diagram.astro';
import Example from './Example.astro';
import Flip from './Flip.astro';
import Hook from './Hook.astro';
import KeyIdea from './KeyIdea.astro';
import Line from './Line.astro';
import MiniDialogue from './MiniDialogue.astro';
import Misconception from './Misconception.astro';
import Myth from './Myth.astro';
import Pairs from './Pairs.astro';
import Poster from './Poster.astro';
import QuizBlock from './QuizBlock.astro';
import Reorder from './Reorder.astro';
import Side from './Side.astro';
import SimLink from './SimLink.astro';
import Sort from './Sort.astro';
import SourceNote from './SourceNote.astro';
import Summary from './Summary.astro';
import Swipe from './Swipe.astro';
import Talk from './Talk.astro';
import Term from './Term.astro';
import Tomorrow from './Tomorrow.astro';

/** The components an author may use in a lesson's MDX, by name. */
export const lessonComponents = {
  Choices,
  Compare,
  Diagram,
  Example,
  Flip,
  Hook,
  KeyIdea,
  Line,
  MiniDialogue,
  Misconception,
  Myth,
  Pairs,
  Poster,
  QuizBlock,
  Reorder,
  Side,
  SimLink,
  Sort,
  SourceNote,
  Summary,
  Swipe,
  Talk,
  Term,
  Tomorrow,
};
