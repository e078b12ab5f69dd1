// One block of a turn sheet → one stage of the scenario, under the project's names. No text is touched.
import { withComment } from './sheets.mjs';
import { NAMES, PERSON_IDS, UNITS } from './tables.mjs';

/** `{ zh, en }` of a record that carries both beside other keys. */
export const textOf = ({ zh, en }) => ({ zh, en });
/** A record without the keys whose value is absent. */
export const compact = (record) =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
/** `fact.x@45` → `finding.x@45`, in one value or a list. */
export function findings(value) {
  if (Array.isArray(value)) return value.map(findings);
  return typeof value === 'string' ? value.replace(/^fact\./, 'finding.') : value;
}
/** A person's id: the sheets write the name in reveal lines. */
export const personOf = (by) => PERSON_IDS[by] ?? by;
const each = (records, convert) => records.map((record) => withComment(record, compact(convert(record))));

/** @param {Record<string, any>} block @param {string} id of the scenario. */
export function stageOf(block, id) {
  if (block.sheet) return sheetOf(block);
  const convert = { pitch, advert, walk, board, dataroom, desk }[block.task];
  return compact({ id: block.task, kind: block.task, visit: block.visit, ...convert(block, id) });
}

function sheetOf(block) {
  const { sheet: id, visit, person, start } = block;
  return compact({ id, kind: 'sheet', visit, person, start, turns: each(block.turns, turnOf) });
}

function turnOf(turn) {
  const { id, by, when, alt, opens, feeling } = turn;
  return {
    id,
    by,
    line: textOf(turn),
    when: findings(when),
    alt,
    opens: findings(opens),
    feeling,
    options: each(turn.options, optionOf),
  };
}

function optionOf(option) {
  const { id, tag, q, topic, also, concern, el, opens, flags, code, commit, fx, needs, accept, fb, p } =
    option;
  return {
    id,
    tag,
    quality: q,
    topic,
    also,
    concern,
    elements: el,
    opens: findings(opens),
    flags,
    code,
    commit,
    effects: fx,
    needs: findings(needs),
    accepts: accept,
    text: textOf(option),
    feedback: fb,
    principle: p,
  };
}

/** A card with its words under `text`, its other keys as they are. */
const cardOf = ({ id, zh, en, ...rest }) => ({ id, ...rest, text: { zh, en } });

function pitch({ seconds, features, advantages, benefits, evidence, limit, orders, best, second, model }) {
  return {
    seconds,
    features: each(features, cardOf),
    advantages: each(advantages, cardOf),
    benefits: each(benefits, cardOf),
    evidence: each(evidence, cardOf),
    limit,
    orders,
    best: {
      features: best.f,
      advantage: best.a,
      benefit: best.b,
      evidence: best.e,
      limit: best.limit,
      order: best.order,
    },
    second: second && { feature: second.f, benefit: second.b, evidence: second.e },
    model,
  };
}

const advert = ({ cards, best }) => ({ cards: each(cards, cardOf), best });

function walk({ budget, intro, spots }) {
  const spotOf = ({ id, opens, needs, concern, good, judging, ...spot }) => ({
    id,
    name: textOf(spot),
    opens: findings(opens),
    needs,
    concern,
    neutral: good,
    judging,
  });
  return { budget, intro, spots: each(spots, spotOf) };
}

function board({ causes, evidence, reject, missing, phone, decide }) {
  const roleOf = ({ root, plausible, symptom }) =>
    root ? 'root' : plausible ? 'plausible' : symptom ? 'symptom' : 'alternative';
  const causeOf = (cause) => ({
    id: cause.id,
    role: roleOf(cause),
    rejectedBy: findings(cause.reject_by),
    text: textOf(cause),
  });
  return {
    causes: each(causes, causeOf),
    evidence: Object.fromEntries(Object.entries(evidence).map(([cause, list]) => [cause, findings(list)])),
    reject,
    missing,
    phone: { who: NAMES[phone.who] ?? phone.who, opens: findings(phone.opens), line: textOf(phone) },
    decisions: decide && each(decide, decisionOf),
  };
}

const decisionOf = ({ by, best, options }) => ({ person: by, best, options: each(options, cardOf) });

function dataroom({ budget, items }) {
  const itemOf = ({ ask, opens, ...item }) =>
    cardOf(compact({ ...item, opens: findings(opens), asksPurpose: ask === 'purpose' ? true : undefined }));
  return { budget, items: each(items, itemOf) };
}

/** The sheets say it in words where turnover was taken for profit. */
const isSales = ({ zh }) => (zh.includes('销售额不是利润') ? true : undefined);

function desk({ rows, tags, problem, decision }, id) {
  const rowOf = ({ id: row, kind, main, needs, value, slips, ...rest }) => ({
    id: row,
    kind,
    main,
    unit: UNITS[id]?.[row],
    needs: findings(needs),
    value,
    text: textOf(rest),
    slips: each(slips, ({ v, why }) => compact({ value: v, sales: isSales(why), why })),
  });
  return { rows: each(rows, rowOf), tags, problem, decision };
}
