import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { holdLease, type LeaseState, type TabLease } from '#client/tab-lease.ts';

const leases: TabLease[] = [];
afterEach(() => {
  for (const lease of leases.splice(0)) lease.release();
});

/** Resolves when the lease tells this state. */
function watched(name: string, environment: Parameters<typeof holdLease>[2]) {
  const waiting = new Map<LeaseState, () => void>();
  const lease = holdLease(name, (state) => waiting.get(state)?.(), environment);
  leases.push(lease);
  const becomes = (state: LeaseState) =>
    lease.state === state ? Promise.resolve() : new Promise<void>((resolve) => waiting.set(state, resolve));
  return { lease, becomes };
}

describe('with Web Locks', () => {
  const tab = (name: string) => watched(name, { locks: navigator.locks });

  test('one tab is live, the second follows and becomes live when the first closes', async () => {
    const one = tab('close');
    await one.becomes('live');
    const two = tab('close');
    await two.becomes('following');
    one.lease.release();
    await two.becomes('live');
  });

  test('taking over makes the other tab a follower, as often as somebody wants', async () => {
    const one = tab('over');
    await one.becomes('live');
    const two = tab('over');
    await two.becomes('following');
    for (const [taker, loser] of [
      [two, one],
      [one, two],
      [two, one],
    ] as const) {
      taker.lease.takeOver();
      await taker.becomes('live');
      await loser.becomes('following');
    }
    two.lease.release();
    await one.becomes('live');
  });

  test('a tab that closes while following leaves the live one alone', async () => {
    const [one, two, three] = [tab('wait'), tab('wait'), tab('wait')];
    await Promise.all([one.becomes('live'), two.becomes('following'), three.becomes('following')]);
    two.lease.release();
    one.lease.release();
    await three.becomes('live');
    expect(two.lease.state).toBe('following');
  });

  test('checks of two lessons do not hinder each other', async () => {
    await Promise.all([tab('a').becomes('live'), tab('b').becomes('live')]);
  });

  test('a page that may not use locks goes on alone', async () => {
    const locks = {
      request: () => Promise.reject(new DOMException('made by the test', 'SecurityError')),
    } as unknown as LockManager;
    await watched('none', { locks }).becomes('live');
  });
});

describe('on plain http, by localStorage', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** One localStorage, many tabs; storage events reach every tab but the writer. */
  function browser(line?: string) {
    const texts = new Map(line ? [['sanxiu.lease.check', line]] : []);
    const tabs: EventTarget[] = [];
    return (tabId: string) => {
      const events = new EventTarget();
      tabs.push(events);
      const tell = (key: string) => {
        for (const other of tabs)
          if (other !== events) other.dispatchEvent(Object.assign(new Event('storage'), { key }));
      };
      const store = {
        getItem: (key: string) => texts.get(key) ?? null,
        setItem(key: string, value: string) {
          texts.set(key, value);
          tell(key);
        },
        removeItem(key: string) {
          texts.delete(key);
          tell(key);
        },
      };
      return { ...watched('check', { texts: store, events, tabId }), events };
    };
  }
  /** The code of the lease is here, and then longer than any of its waits. */
  const settle = async (ms = 2000) => {
    await vi.dynamicImportSettled();
    vi.advanceTimersByTime(ms);
  };

  test('one tab is live, the second follows and becomes live when the first closes', async () => {
    const open = browser();
    const one = open('one');
    await settle();
    const two = open('two');
    await settle();
    expect([one.lease.state, two.lease.state]).toEqual(['live', 'following']);
    one.events.dispatchEvent(new Event('pagehide'));
    one.lease.release();
    await settle();
    expect(two.lease.state).toBe('live');
  });

  test('of two tabs opened at once exactly one is live', async () => {
    const open = browser();
    const [one, two] = [open('one'), open('two')];
    await settle();
    expect([one.lease.state, two.lease.state].sort()).toEqual(['following', 'live']);
  });

  test('a tab that was killed without a word is followed up when its line is old', async () => {
    const open = browser(`killed ${Date.now()}`);
    const [one, two] = [open('one'), open('two')];
    await settle(4000);
    expect([one.lease.state, two.lease.state]).toEqual(['following', 'following']);
    await settle(4000);
    expect([one.lease.state, two.lease.state].sort()).toEqual(['following', 'live']);
  });

  test('taking over makes the other tab a follower', async () => {
    const open = browser();
    const one = open('one');
    await settle();
    const two = open('two');
    await settle();
    two.lease.takeOver();
    await settle();
    expect([one.lease.state, two.lease.state]).toEqual(['following', 'live']);
  });

  test('what is asked for before the code is here is done then', async () => {
    const open = browser();
    const one = open('one');
    await settle();
    const two = open('two');
    expect(two.lease.state).toBe('asking');
    two.lease.takeOver();
    await settle();
    expect([one.lease.state, two.lease.state]).toEqual(['following', 'live']);
    open('three').lease.release();
    two.lease.release();
    await settle();
    expect(one.lease.state).toBe('live');
  });

  test('a tab released before the code is here leaves the way free', async () => {
    const open = browser();
    open('one').lease.release();
    await settle();
    const two = open('two');
    await settle();
    expect(two.lease.state).toBe('live');
  });

  test('where the code cannot be fetched, the tab goes on', async () => {
    vi.doMock('#client/text-lease.ts', () => {
      throw new TypeError('made by the test');
    });
    try {
      const one = browser()('one');
      await one.becomes('live');
      one.lease.takeOver();
      expect(one.lease.state).toBe('live');
    } finally {
      vi.doUnmock('#client/text-lease.ts');
    }
  });

  test('where not even localStorage is to be had, the tab goes on', async () => {
    const refuse = () => {
      throw new DOMException('made by the test', 'SecurityError');
    };
    const texts = { getItem: refuse, setItem: refuse, removeItem: refuse };
    await watched('check', { texts, events: new EventTarget() }).becomes('live');
    await watched('check', { events: new EventTarget() }).becomes('live');
  });
});
