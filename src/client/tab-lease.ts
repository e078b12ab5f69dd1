import type { TextEnvironment } from './text-lease.ts';

export type LeaseState = 'asking' | 'live' | 'following';

export interface TabLease {
  /** `asking` only until the first answer: a few milliseconds, on plain http also until the code for it is here. */
  readonly state: LeaseState;
  /** Resolves when the state is no longer `asking`. */
  readonly ready: Promise<void>;
  /** Make this tab the live one; the other becomes a follower. */
  takeOver(): void;
  release(): void;
}

export interface LeaseEnvironment extends TextEnvironment {
  locks?: LockManager | undefined;
}

function browser(): LeaseEnvironment {
  const found: LeaseEnvironment = { locks: globalThis.navigator?.locks, events: globalThis };
  try {
    return { ...found, texts: globalThis.localStorage };
  } catch {
    return found;
  }
}

/**
 * Ask to be the live tab for `name`. Exactly one tab is; when it closes, a follower becomes live by itself. By Web Locks
 * where there are some; on plain http, where there are none, by a line in localStorage. A lease is a courtesy to the
 * learner: what protects the record is the `seq` of its snapshots.
 * @param onChange called after each change of state, the first answer included.
 */
export function holdLease(
  name: string,
  onChange: (state: LeaseState) => void,
  environment: LeaseEnvironment = browser(),
): TabLease {
  const state = leaseState(onChange);
  return environment.locks
    ? lockLease(`sanxiu.${name}`, state, environment.locks)
    : fetchTextLease(`sanxiu.lease.${name}`, state, environment);
}

/** A state that tells of changes only, and the promise of a first answer. */
function leaseState(onChange: (state: LeaseState) => void) {
  let state: LeaseState = 'asking';
  let answer = () => {};
  const ready = new Promise<void>((resolve) => {
    answer = resolve;
  });
  return {
    ready,
    get: () => state,
    set(next: LeaseState) {
      if (next === state) return;
      state = next;
      answer();
      onChange(next);
    },
  };
}

export type LeaseStateHolder = ReturnType<typeof leaseState>;

/** Few pages need this code, so it is fetched. What is asked for before it is here is done then; without it the tab goes on. */
function fetchTextLease(key: string, state: LeaseStateHolder, environment: TextEnvironment): TabLease {
  const fetched = import('./text-lease.ts').then(({ textLease }) => textLease(key, state, environment));
  const whenHere = (act: (lease: TabLease) => void) => void fetched.then(act, () => state.set('live'));
  whenHere(() => {});
  return {
    get state() {
      return state.get();
    },
    ready: state.ready,
    takeOver: () => whenHere((lease) => lease.takeOver()),
    release: () => whenHere((lease) => lease.release()),
  };
}

function lockLease(name: string, state: LeaseStateHolder, locks: LockManager): TabLease {
  let line = new AbortController();
  let letGo = () => {};

  const hold = () => {
    state.set('live');
    return new Promise<void>((resolve) => {
      letGo = resolve;
    });
  };
  /** Another tab took over: stand in line. Anything but that means there are no locks to be had here. */
  const lose = (error: unknown) => {
    if ((error as Error | null)?.name === 'AbortError') wait();
    else state.set('live');
  };
  const wait = () => {
    line = new AbortController();
    const { signal } = line;
    state.set('following');
    locks.request(name, { signal }, hold).catch((error) => signal.aborted || lose(error));
  };
  const ask = (options: LockOptions) => {
    const answer = locks.request(name, options, (lock) => (lock ? hold() : wait()));
    answer.catch(lose);
  };

  ask({ ifAvailable: true });
  return {
    get state() {
      return state.get();
    },
    ready: state.ready,
    takeOver() {
      if (state.get() !== 'following') return;
      line.abort();
      ask({ steal: true });
    },
    release() {
      line.abort();
      letGo();
    },
  };
}
