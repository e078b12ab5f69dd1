import { useEffect, useState } from 'react';
import { type Arrived, type Arriving, goOn, readStanding, type Standing } from '#client/account/arrival.ts';
import { adminToken, takeLanding, takeNext } from '#client/account/landing-store.ts';
import { loadShelf } from '#client/account/shelf-store.ts';
import { readSyncMark } from '#client/record/sync-mark.ts';
import { hasServer } from '#client/sync/sync-api.ts';
import type { SignInAnswer } from '#core/account/account.ts';
import type { Landing } from '#core/account/landing.ts';
import type { Stage } from './sign-in-props.ts';

/** The way in, step by step; each step is written down before the next, so that a page may go at any of them. */
export function useSignIn(me: string) {
  const [stage, setStage] = useState<Stage>({ at: 'looking' });

  function leave() {
    // The link of an admin is used on this page, by whoever is signed in now.
    if (adminToken()) location.reload();
    else location.replace(takeNext() ?? me);
  }

  function show(arrival: Arriving, arrived: Arrived) {
    if (arrived.status !== 'arrived') setStage({ at: 'arrival', arrival, arrived });
    else if (arrived.isPartial) setStage({ at: 'partial' });
    else leave();
  }

  async function arrive(arrival: Arriving) {
    show(arrival, await goOn(arrival));
  }

  async function look(landing: Landing = { kind: 'plain' }) {
    setStage({ at: 'looking' });
    const failed = landing.kind === 'company-failed' ? landing.why : undefined;
    const standing = await standingOf(landing);
    if (standing.status === 'arriving') return arrive(withFormer(standing.arrival, landing));
    if (standing.status === 'unknown') return setStage({ at: 'unknown', why: standing.why });
    if (standing.status === 'in' && standing.learner.isClaimed) {
      if (landing.kind === 'company') return leave();
      return setStage({ at: 'in', learner: standing.learner });
    }
    const nickname = standing.status === 'in' ? standing.learner : undefined;
    setStage({ at: 'ways', ...(nickname && { nickname }), ...(failed && { failed }) });
  }

  useEffect(() => {
    void look(takeLanding());
  }, []);

  return {
    stage,
    look: () => void look(),
    leave,
    answered: show,
    /** A new recovery code is noted before anything else. */
    signedIn({ recoveryCode: code, ...arrival }: SignInAnswer, username = '') {
      if (code !== undefined) setStage({ at: 'code', code, username, after: arrival });
      else void arrive(arrival);
    },
    claimed(code: string | undefined, username = '') {
      if (code === undefined) void look();
      else setStage({ at: 'code', code, username, after: undefined });
    },
    noted: (after: Arriving | undefined) => void (after ? arrive(after) : look()),
  };
}

export type SignInSteps = ReturnType<typeof useSignIn>;

/** Whoever has never had to do with the server here is not signed in: nothing is asked for them but whether it is there. */
async function standingOf(landing: Landing): Promise<Standing> {
  const { held, arrival } = loadShelf();
  const isKnown = readSyncMark() !== undefined || held !== undefined || arrival !== undefined;
  if (isKnown || landing.kind === 'company') return readStanding();
  if (await hasServer()) return { status: 'out' };
  return { status: 'unknown', why: navigator.onLine ? 'no-server' : 'offline' };
}

/** An address can say anything: it is believed only about whom the server says is signed in. */
function withFormer(arrival: Arriving, landing: Landing): Arriving {
  const answer = landing.kind === 'company' ? landing.answer : undefined;
  return answer?.former && answer.learner.id === arrival.learner.id
    ? { ...arrival, former: answer.former }
    : arrival;
}
