import type { SimulatorId } from '../scenario.ts';

export interface Criterion {
  id: string;
  /** Sum to 100 in a simulator. */
  weight: number;
}

/** How each simulator is judged, in order. @see shared design: simulators.md, appendix B. */
export const RUBRIC: Readonly<Record<SimulatorId, readonly Criterion[]>> = {
  'fab-pitch': [
    { id: 'need', weight: 20 },
    { id: 'benefit', weight: 25 },
    { id: 'chain', weight: 15 },
    { id: 'evidence', weight: 15 },
    { id: 'brev', weight: 10 },
    { id: 'lawful', weight: 10 },
    { id: 'close', weight: 5 },
  ],
  'sales-doctor': [
    { id: 'opening', weight: 8 },
    { id: 'nopitch', weight: 15 },
    { id: 'questioning', weight: 15 },
    { id: 'listening', weight: 15 },
    { id: 'observation', weight: 12 },
    { id: 'diagnosis', weight: 20 },
    { id: 'prescription', weight: 10 },
    { id: 'ethics', weight: 5 },
  ],
  'roi-selling': [
    { id: 'problem', weight: 15 },
    { id: 'baseline', weight: 15 },
    { id: 'arith', weight: 20 },
    { id: 'range', weight: 15 },
    { id: 'honest', weight: 10 },
    { id: 'meeting', weight: 10 },
    { id: 'exec', weight: 10 },
    { id: 'decision', weight: 5 },
  ],
};
