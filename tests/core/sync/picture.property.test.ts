import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY_MS } from '#core/sync/picture-plan.ts';
import { bytesOf, PictureDevice, pictureServer } from './picture-world.ts';
import type { Luck } from './world.ts';

const act = fc.record({
  on: fc.constantFrom(0, 1),
  does: fc.constantFrom(
    'photograph',
    'photograph',
    'step',
    'step',
    'step',
    'step',
    'look',
    'reopen',
    'forget',
    'wait',
  ),
  id: fc.nat(6),
  luck: fc.constantFrom<Luck>('heard', 'heard', 'lost', 'unheard'),
});

test('whatever order, however often, whichever answers are lost: both devices and the server end with every picture', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 90, size: 'max' }), (acts) => {
      const server = pictureServer();
      const devices = [new PictureDevice(), new PictureDevice({ most: 5, bytes: 1_000 })];
      const taken = new Set<string>();
      let now = 1_000;
      for (const [index, { on, does, id, luck }] of acts.entries()) {
        const device = devices[on] as PictureDevice;
        if (does === 'photograph') {
          // The same picture on both, as after an import, and several versions that name it.
          device.photograph(`f${on}-${index}`, `p${id}`);
          taken.add(`p${id}`);
        } else if (does === 'step') device.go(server, now, luck);
        else if (does === 'look') device.look();
        else if (does === 'wait') now += 60_000;
        else device.reopen(does === 'forget');
      }
      // The network is back: each looks again, the first one once more for what the second sent, also what it had put off.
      for (const device of [...devices, ...devices]) {
        now += DAY_MS;
        device.look();
        device.rest(server, now);
      }
      const all = [...taken].sort();
      expect([...server.pictures.keys()].sort()).toEqual(all);
      for (const device of devices) {
        expect([...device.pictures.keys()].sort()).toEqual(all);
        for (const id of all) expect([...(device.pictures.get(id) ?? [])]).toEqual([...bytesOf(id)]);
        expect([...device.notes.marks.values()].every(({ is }) => is === 'settled')).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});
