import Card from './Card.astro';
import Nothing from './Nothing.astro';
import Plain from './Plain.astro';
import Quiz from './Quiz.astro';
import Section from './Section.astro';

/** Every component of the lesson's MDX, as plain as it goes. */
export const parts = {
  Hook: Section,
  KeyIdea: Section,
  Example: Section,
  Misconception: Section,
  Summary: Section,
  Tomorrow: Section,
  Compare: Plain,
  SourceNote: Plain,
  Term: Plain,
  Side: Card,
  Line: Card,
  Myth: Card,
  Poster: Card,
  QuizBlock: Quiz,
  Sort: Nothing,
  MiniDialogue: Nothing,
  Reorder: Nothing,
  Diagram: Nothing,
};
