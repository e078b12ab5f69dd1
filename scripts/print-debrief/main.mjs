// See ../print-debrief.mjs: needs a Node that strips types.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { foldRun } from '#core/simulator/engine.ts';
import { expertRun } from '#core/simulator/expert-run.ts';
import { drawScenario } from '#core/simulator/figures/draw-scenario.ts';
import { localise } from '#core/simulator/localise.ts';
import { playRun } from '#core/simulator/proof/player.ts';
import { oneTagOf, playersOf } from '#core/simulator/proof/players.ts';
import { scoreRun } from '#core/simulator/score/score-run.ts';
import { outcomeOf } from '#core/simulator/simulator.rules.ts';
import { practiceStrings } from '#i18n/practice.ts';
import { debriefStrings } from '#i18n/practice-debrief.ts';
import { rubricStrings } from '#i18n/rubric.ts';
import { debriefText } from './debrief-text.mjs';
import { talkText } from './talk-text.mjs';
import { withBlocks } from './with-blocks.mjs';

const FOLDERS = { f: 'fab-pitch', d: 'sales-doctor', r: 'roi-selling' };
const ALIASES = { average: 'mediocre', disastrous: 'pushy' };

const [id = '', levelText = '', seed = '', who = '', language = 'zh'] = process.argv.slice(2);
const folder = FOLDERS[id.charAt(0)];
const level = Number(levelText);
if (!folder || !(level >= 1 && level <= 3) || seed === '' || who === '') {
  console.error('Say which run: node scripts/print-debrief.mjs d-a 1 default average [en]');
  process.exit(1);
}

const read = (/** @type {string} */ path) =>
  parse(readFileSync(new URL(`../../content/${path}`, import.meta.url), 'utf8'));
const text = drawScenario(read(`scenarios/${folder}/${id}.yaml`), seed);
const scenario = localise(text, language);
const moves = localise(read('scenarios/moves.yaml'), language);
const plan = { level, seed };
const acts = withBlocks(scenario, actsOf(who));
const run = foldRun(scenario, plan, acts);
const words = practiceStrings(language);
const props = {
  ...{ scenario, simulator: scenario.simulator, moves, plan, acts, run, language, words },
  score: scoreRun(scenario, run),
  passed: outcomeOf({ ...plan, scenario }, run).passed,
  past: [],
  scenarioOf: () => scenario,
  attemptId: '',
  rubric: rubricStrings(language)[scenario.simulator],
  strings: debriefStrings(language),
  principles: principlesOf(read('course.yaml')),
};
console.log(`### ${scenario.title}·${props.strings.levelNames[level]}·${who}\n`);
console.log(`\`node ${['scripts/print-debrief.mjs', ...process.argv.slice(2)].join(' ')}\`\n`);
console.log(talkText(props));
console.log(debriefText(props));

/** @param {string} name */
function actsOf(name) {
  if (name === 'expert') return expertRun(scenario, plan);
  const players = [...playersOf(level).map(({ player }) => player), ...oneTagOf(level)];
  const player = players.find((one) => one.id === (ALIASES[name] ?? name));
  if (!player) {
    console.error(`No player ${name}; there are ${players.map((one) => one.id).join(', ')}`);
    process.exit(1);
  }
  return playRun(text, plan, player, seed).log.map(({ act }) => act);
}

/** Lessons by number, as a page would name them. */
function principlesOf(course) {
  const lessons = course.modules.flatMap((module) => module.lessons ?? []);
  return new Proxy(
    {},
    {
      get(_, principle) {
        const lessonNumber = Number(/^L(\d+)/.exec(String(principle))?.[1]);
        const lesson = lessons.find(({ number }) => number === lessonNumber);
        return lesson && { lessonNumber, lessonId: lesson.id, title: lesson.title[language] };
      },
    },
  );
}
