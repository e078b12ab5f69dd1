// Sheets and the author's extras of one scenario → the whole scenario. What the extras do not say yet stands as its id, and
// the scenario stays a draft.
import { setTexts } from './house-style.mjs';
import { blocksOf, level3Of, topicPhaseOf } from './levels.mjs';
import { note, withComment } from './sheets.mjs';
import { compact, findings, personOf, stageOf, textOf } from './stages.mjs';
import { FRAMES, LABELS, NEEDS } from './tables.mjs';

const asText = (id) => ({ zh: id, en: id });

/**
 * @param {string} id as the product writes it, e.g. `f-a`.
 * @param {{ block: Record<string, any>, prose: string[] }[]} sheets in the order of the run.
 * @param {Record<string, any> | undefined} extras the author's file, absent while it is not written.
 * @returns {{ scenario: Record<string, any>, prose: Map<unknown, string[]>, missing: string[] }} the scenario, the
 *   paragraphs above a stage by the stage (those above the first one by the scenario), and what the extras lack.
 */
export function assemble(id, sheets, extras = {}) {
  const blocks = sheets.map(({ block }) => block);
  const prose = new Map();
  const body = bodyOf(blocks, stagesOf(id, sheets, extras, prose), extras);
  const facts = blocks.flatMap(({ facts: list }) => list ?? []);
  const fault = blocks.find(({ own_fault: own }) => own)?.own_fault;
  const { briefing, prep, ...rest } = head(id, extras);
  const scenario = compact({
    ...rest,
    hot: blocks.some(({ hot }) => hot === true),
    ownFault: fault !== undefined,
    endTrust: FRAMES[id].endTrust,
    secondVisitTrust: FRAMES[id].secondVisitTrust,
    briefing,
    prep,
    persons: personsOf(body, blocks, extras),
    needs: needsOf(id, extras),
    findings: findingsOf(body, facts, extras),
    ...body,
    ...tail(body.stages, extras),
  });
  prose.set(scenario, [
    ...(prose.get('head') ?? []),
    ...(fault ? [`Own fault: ${fault.zh}. ${fault.en}.`] : []),
  ]);
  const missing = missingOf(scenario, extras);
  scenario.status = missing.length === 0 ? 'live' : 'draft';
  return { scenario: setTexts(scenario), prose, missing };
}

/** Stages, the talk of levels 2 and 3, sentence blocks, level 3. */
function bodyOf(blocks, stages, extras) {
  const phase = blocks.find(({ level2 }) => ['need', 'interview', 'talk'].includes(level2));
  const meeting = blocks.find(({ level2 }) => level2 === 'meeting');
  const level3 = blocks.map((block) => block.level3).find(Boolean);
  return {
    stages,
    topicPhase: phase && topicPhaseOf(phase, stages),
    blocks: compact({
      byTopic: meeting && blocksOf(meeting.blocks),
      byTurn: extras.blocks && rename(extras.blocks),
      interrupt: meeting?.interrupt,
    }),
    level3: level3 && withComment(level3, level3Of(level3)),
  };
}

function head(id, extras) {
  const frame = FRAMES[id];
  return {
    id,
    simulator: frame.simulator,
    status: 'draft',
    entryLevel: extras.entryLevel ?? frame.entryLevel,
    minutes: extras.minutes ?? frame.minutes,
    title: extras.title ?? asText(id),
    trains: extras.trains ?? asText(id),
    lessons: extras.lessons ?? frame.lessons,
    briefing: extras.briefing ?? { where: asText(id), now: asText(id), goal: asText(id), known: [] },
    prep: extras.prep ?? [],
  };
}

function tail(stages, extras) {
  const first = stages.find(({ kind }) => kind === 'sheet');
  return {
    endings: extras.endings ?? [{ id: 'end', when: {}, text: asText('end') }],
    evening: extras.evening ?? { teller: first.turns[0].by, groups: [] },
  };
}

function stagesOf(id, sheets, extras, prose) {
  const labels = { ...LABELS[id], ...Object.assign({}, ...sheets.map(({ block }) => block.labels)) };
  let waiting = [];
  return sheets.flatMap(({ block, prose: paragraphs }, index) => {
    if (index === 0) prose.set('head', paragraphs);
    else waiting.push(...paragraphs);
    if (!block.sheet && !block.task) return [];
    const stage = stageOf(block, id);
    if (stage.kind === 'desk') stage.labels = labels;
    for (const turn of stage.turns ?? []) {
      const fork = extras.forks?.[turn.id];
      if (fork) turn.fork = rename(fork);
    }
    prose.set(stage, waiting);
    waiting = [];
    return [stage];
  });
}

/** Extras may still say `fact.x`, or a key of the sheets. */
function rename(value) {
  if (Array.isArray(value)) return value.map(rename);
  if (typeof value !== 'object' || value === null) return findings(value);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rename(inner)]));
}

function needsOf(id, extras) {
  return NEEDS[id].map(({ id: need, ...rest }) => {
    const written = extras.needs?.find((one) => one.id === need);
    if (written && written.weight !== rest.weight)
      throw new Error(`${id}: need ${need} weighs ${rest.weight}, the extras say ${written.weight}`);
    return { id: need, ...rest, text: written?.text ?? asText(need) };
  });
}

/** Every finding that is named anywhere, in the order of the run; texts of the sheet before those of the extras. */
function findingsOf(body, facts, extras) {
  const bare = (one) => one.id.replace(/^(fact|finding)\./, '');
  const ids = new Set([...JSON.stringify(body).matchAll(/"finding\.([a-z0-9]+)/g)].map(([, name]) => name));
  return [...ids].map((name) => {
    const fact = facts.find((one) => bare(one) === name);
    const written = extras.findings?.find((one) => bare(one) === name);
    const source = fact?.tag ?? written?.source;
    const text = fact ? textOf(fact) : (written?.text ?? asText(name));
    return withComment(fact, compact({ id: name, source, text }));
  });
}

/** Everybody who speaks or is spoken of; the sheets name some of them. */
function personsOf(body, blocks, extras) {
  const named = blocks.flatMap(({ persons }) => persons ?? []);
  const said = [...JSON.stringify(body).matchAll(/"(?:by|person)":"([a-z]+)"/g)].map(([, name]) => name);
  const ids = new Set([...said, ...(extras.persons ?? []).map((one) => one.id)]);
  ids.delete('customer');
  return [...ids].map(personOf).map((person) => {
    const written = extras.persons?.find((one) => one.id === person);
    const sheet = named.find((one) => one.id === person);
    const name = written?.name ?? (sheet ? textOf(sheet) : asText(person));
    const record = compact({ id: person, name, role: written?.role ?? asText(person), art: written?.art });
    return sheet ? note(withComment(sheet, record), [sheet.voice?.zh, sheet.voice?.en]) : record;
  });
}

/** What keeps a scenario from being live. */
function missingOf(scenario, extras) {
  const keys = ['title', 'trains', 'briefing', 'prep', 'endings', 'evening'];
  const unnamed = ['persons', 'needs', 'findings'].flatMap((list) =>
    scenario[list].filter((one) => (one.text ?? one.role).zh === one.id).map((one) => `${list}.${one.id}`),
  );
  return [...keys.filter((key) => !extras[key]), ...unnamed];
}
