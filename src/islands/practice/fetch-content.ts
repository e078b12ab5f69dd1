import { fetchJson } from '#client/fetch-json.ts';
import type { MoveWordsFile, ScenarioFile } from '#core/simulator/scenario-file.ts';

/** What a role-play is made of, in one language. */
export interface PracticeContent {
  file: ScenarioFile;
  moves: MoveWordsFile;
}

export async function fetchContent(scenarioUrl: string, movesUrl: string): Promise<PracticeContent> {
  const [file, moves] = await Promise.all([
    fetchJson<ScenarioFile>(scenarioUrl),
    fetchJson<MoveWordsFile>(movesUrl),
  ]);
  return { file, moves };
}
