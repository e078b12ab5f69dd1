// Writes a scenario as YAML the way authors of this project read it: both languages on lines of their own, lists of ids on
// one line, comments above the record they explain.
import { Document, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { commentOf } from './sheets.mjs';

const LINE = 116;
const isScalar = (value) => typeof value !== 'object' || value === null;

/**
 * @param {Record<string, any>} scenario
 * @param {Map<unknown, string[]>} prose paragraphs for the head of the file (by the scenario) and above stages.
 * @returns {string} the file.
 */
export function scenarioYaml(scenario, prose) {
  const document = new Document(nodeOf(scenario, prose));
  document.commentBefore = [
    ` Scenario ${scenario.id}. Format: docs/authoring-role-plays.md`,
    ...wrapped(prose.get(scenario) ?? []),
  ].join('\n');
  document.contents.commentBefore = undefined;
  return document.toString({ lineWidth: 0, minContentWidth: 0, flowCollectionPadding: false });
}

function nodeOf(value, prose) {
  if (isScalar(value)) return new Scalar(value);
  const node = Array.isArray(value) ? seqOf(value, prose) : mapOf(value, prose);
  const comment = commentOf(value);
  const above = [...wrapped(prose.get(value) ?? []), ...wrapped(comment ? comment.split('\n') : [])];
  if (above.length) node.commentBefore = above.join('\n');
  return node;
}

function seqOf(values, prose) {
  const node = new YAMLSeq();
  node.items = values.map((value) => nodeOf(value, prose));
  node.flow = values.every((value) => isScalar(value) || (Array.isArray(value) && value.every(isScalar)));
  if (node.flow && JSON.stringify(values).length > LINE) node.flow = false;
  return node;
}

function mapOf(record, prose) {
  const node = new YAMLMap();
  node.items = Object.entries(record).map(([key, value]) => {
    const inner = nodeOf(value, prose);
    const pair = new Pair(new Scalar(key), inner);
    if (inner.commentBefore && !inner.flow) {
      pair.key.commentBefore = inner.commentBefore;
      inner.commentBefore = undefined;
    }
    return pair;
  });
  const values = Object.values(record);
  node.flow =
    !('zh' in record) &&
    values.every((value) => isScalar(value) || (Array.isArray(value) && value.every(isScalar))) &&
    JSON.stringify(record).length < 90 &&
    !('id' in record);
  return node;
}

/** Comment lines of at most `LINE` characters, each with its leading space. */
function wrapped(paragraphs) {
  return paragraphs.flatMap((paragraph) => {
    const lines = [''];
    for (const word of paragraph.trim().split(' ')) {
      const last = lines.length - 1;
      if (lines[last].length + word.length > LINE) lines.push(` ${word}`);
      else lines[last] += ` ${word}`;
    }
    return lines;
  });
}
