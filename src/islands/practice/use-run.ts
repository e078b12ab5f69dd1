import { useEffect, useState } from 'react';
import { ownRecord } from '#client/record/own.ts';
import { openRun, type RunSession } from '#client/run-session.ts';
import { fetchContent, type PracticeContent } from './fetch-content.ts';
import type { PracticeProps } from './practice-props.ts';

export interface OpenedRun {
  session: RunSession;
  content: PracticeContent;
}

/** The scenario fetched and the session open; `failed` where the scenario could not be had. */
export function useRun({ scenarioUrl, movesUrl, language }: PracticeProps) {
  const [opened, setOpened] = useState<OpenedRun>();
  const [failed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let session: RunSession | undefined;
    let gone = false;
    const leave = () => session?.leave();
    setFailed(false);
    fetchContent(scenarioUrl, movesUrl).then(
      (content) => {
        if (gone) return;
        session = openRun({ scenario: content.file.scenario, language, record: ownRecord() });
        setOpened({ session, content });
      },
      () => setFailed(true),
    );
    addEventListener('pagehide', leave);
    return () => {
      gone = true;
      removeEventListener('pagehide', leave);
      session?.close();
    };
  }, [scenarioUrl, movesUrl, language, tries]);
  return { opened, failed, retry: () => setTries(tries + 1) };
}
