import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Device, fact, type Luck, smallServer } from './world.ts';

const act = fc.record({
  on: fc.constantFrom(0, 1),
  does: fc.constantFrom('write', 'write', 'step', 'step', 'step', 'look', 'reopen', 'forget'),
  // Few ids, so that both devices come to hold the same one, as after an import.
  id: fc.nat(12),
  luck: fc.constantFrom<Luck>('heard', 'heard', 'lost', 'unheard'),
});

test('whatever order, however often, whichever answers are lost: two devices and the server end with one set', () => {
  fc.assert(
    fc.property(
      fc.array(act, { maxLength: 80, size: 'max' }),
      fc.integer({ min: 1, max: 4 }),
      (acts, page) => {
        const server = smallServer(page);
        const devices = [new Device(), new Device({ most: 5, bytes: 700 })];
        const written = new Set<string>();
        for (const { on, does, id, luck } of acts) {
          const device = devices[on] as Device;
          if (does === 'write') {
            device.add(fact(`f${id}`));
            written.add(`f${id}`);
          } else if (does === 'step') device.step(server, luck);
          else if (does === 'look') device.look();
          else device.reopen(does === 'forget');
        }
        // The network is back: each device looks once more, the first one twice for what the second sent.
        for (const device of [...devices, ...devices]) {
          device.look();
          device.finish(server);
        }
        const all = [...written].sort();
        expect([...server.kept.keys()].sort()).toEqual(all);
        for (const device of devices) {
          expect([...device.facts.keys()].sort()).toEqual(all);
          expect([...device.settled].sort()).toEqual(all);
          expect(device.refused.size).toBe(0);
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('of two bodies under one id the server keeps the first; each device keeps its own', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(0, 1), fc.nat(4)), { maxLength: 20, size: 'max' }),
      (writes) => {
        const server = smallServer();
        const devices = [new Device(), new Device()];
        for (const [on, id] of writes) (devices[on] as Device).add(fact(`f${id}`, on));
        const own = devices.map(({ facts }) => new Map(facts));
        // Both ask before either sends, as two phones do that were offline for a week.
        for (const device of devices) device.step(server);
        for (const device of [...devices, ...devices]) {
          device.look();
          device.finish(server);
        }
        const [first, second] = own as [Map<string, unknown>, Map<string, unknown>];
        for (const [index, device] of devices.entries())
          for (const [id, body] of own[index] ?? []) expect(device.facts.get(id)).toEqual(body);
        const both = [...first.keys()].filter((id) => second.has(id));
        for (const id of both) expect(server.kept.get(id)?.body).toEqual(first.get(id));
        expect([...(devices[0]?.refused.keys() ?? [])]).toEqual([]);
      },
    ),
  );
});
