/** Fault 7: equal sets are not enough, what is shown has to be equal too: on each device, from the server's set, in a class. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { standingOf } from '#core/cohort/standing.ts';
import type { Fact } from '#core/model/fact.ts';
import { progress } from '#core/progress/progress.ts';
import { scenarioProgress } from '#core/progress/scenario-progress.ts';
import { anyRecord } from '../progress/any-record.ts';
import { course } from '../progress/facts.ts';
import { Device, type Luck, smallServer } from './world.ts';

const outline = { ...course, scenarios: [{ id: 'd-a' }] };

/** Everything that anybody is shown of a record. */
const shownOf = (facts: Iterable<Fact>) => {
  const list = [...facts];
  return {
    progress: progress(list, course),
    scenarios: [...scenarioProgress(list)].sort(([a], [b]) => (a < b ? -1 : 1)),
    standing: standingOf(list, outline),
  };
};

/** Which device makes the next fact, and what happens to the network then. */
const act = fc.record({
  on: fc.constantFrom(0, 1),
  steps: fc.array(fc.constantFrom<Luck>('heard', 'lost', 'unheard'), { maxLength: 4 }),
  isForgotten: fc.boolean(),
});

test('whatever way facts take, the server’s set, each device and the history in its order fold to the same', () => {
  fc.assert(
    fc.property(
      anyRecord,
      fc.array(act, { minLength: 30, maxLength: 30 }),
      fc.integer({ min: 1, max: 4 }),
      (history, acts, page) => {
        const server = smallServer(page);
        const devices = [new Device(), new Device({ most: 5, bytes: 1_500 })];
        for (const [index, fact] of history.entries()) {
          const { on, steps, isForgotten } = acts[index] ?? { on: 0, steps: [], isForgotten: false };
          const device = devices[on] as Device;
          device.add(fact);
          for (const luck of steps) device.step(server, luck);
          if (isForgotten) device.reopen(true);
          else device.look();
        }
        for (const device of [...devices, ...devices]) {
          device.look();
          device.finish(server);
        }
        const replayed = shownOf(history);
        const kept = [...server.kept.values()].map(({ body }) => body as Fact);
        expect(shownOf(kept)).toEqual(replayed);
        for (const { facts } of devices) expect(shownOf(facts.values())).toEqual(replayed);
      },
    ),
    { numRuns: 300 },
  );
});
