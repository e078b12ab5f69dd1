import Believable from './Believable.astro';
import Calc from './Calc.astro';
import CheckIn from './CheckIn.astro';
import Choices from './Choices.astro';
import Compare from './Compare.astro';
import Composer from './Composer.astro';
import Diagram from './Diagram.astro';
import Example from './Example.astro';
import Flip from './Flip.astro';
import Grid from './Grid.astro';
import Hook from './Hook.astro';
import KeyIdea from './KeyIdea.astro';
import Line from './Line.astro';
import MiniDialogue from './MiniDialogue.astro';
import Misconception from './Misconception.astro';
import Myth from './Myth.astro';
import Pairs from './Pairs.astro';
import Poster from './Poster.astro';
import QuizBlock from './QuizBlock.astro';
import Rating from './Rating.astro';
import ReflectBlock from './Reflect.astro';
import Reorder from './Reorder.astro';
import Scale from './Scale.astro';
import Shares from './Shares.astro';
import Side from './Side.astro';
import SimLink from './SimLink.astro';
import Sort from './Sort.astro';
import SourceNote from './SourceNote.astro';
import Summary from './Summary.astro';
import Swipe from './Swipe.astro';
import Talk from './Talk.astro';
import Term from './Term.astro';
import Timer from './Timer.astro';
import Tomorrow from './Tomorrow.astro';
import ToolLink from './ToolLink.astro';

/** The components an author may use in a lesson's MDX, by name. */
export const lessonComponents = {
  Believable,
  Calc,
  CheckIn,
  Choices,
  Compare,
  Composer,
  Diagram,
  Example,
  Flip,
  Grid,
  Hook,
  KeyIdea,
  Line,
  MiniDialogue,
  Misconception,
  Myth,
  Pairs,
  Poster,
  QuizBlock,
  Rating,
  Reflect: ReflectBlock,
  Reorder,
  Scale,
  Shares,
  Side,
  SimLink,
  Sort,
  SourceNote,
  Summary,
  Swipe,
  Talk,
  Term,
  Timer,
  Tomorrow,
  ToolLink,
};
