import type { Language } from '#core/model/text.ts';
import type { SimulatorId } from '#core/simulator/scenario.ts';
import type { CriteriaStrings } from './rubric-criterion.ts';
import { fabPitch } from './rubric-fab-pitch.ts';
import { roiSelling } from './rubric-roi-selling.ts';
import { salesDoctor } from './rubric-sales-doctor.ts';

/** By simulator, then by criterion id. */
export type RubricStrings = Readonly<Record<SimulatorId, CriteriaStrings>>;

/** @returns names and levels of all criteria in one language. */
export const rubricStrings = (language: Language): RubricStrings => ({
  'fab-pitch': fabPitch[language],
  'sales-doctor': salesDoctor[language],
  'roi-selling': roiSelling[language],
});
