import type { ErrorCode, MoveTag } from '../scenario-move.ts';
import type { ClaimableTag, DangerList, FreeTextData, Hit } from './free-text.ts';
import { characterTable } from './normal-form.ts';

/** A named list, ready to be tested. */
export interface PatternList {
  name: string;
  /** Each twice: `one` finds out whether it matches, `all` (flag g) every place. */
  patterns: readonly { one: RegExp; all: RegExp }[];
}

export interface Danger extends Omit<DangerList, 'patterns' | 'except' | 'despiteNegation'> {
  tag: MoveTag;
  code?: ErrorCode;
  hits: PatternList;
  except: PatternList;
  despiteNegation: PatternList;
}

/** The lists, compiled. Make them once and keep them. */
export interface Rules {
  simplified: ReadonlyMap<string, string>;
  lists: ReadonlyMap<string, PatternList>;
  dangers: readonly Danger[];
  tags: readonly ClaimableTag[];
  /** Element id → names of lists, one of which proves it. */
  elements: readonly (readonly [string, readonly string[]])[];
  noEcho: { han: ReadonlySet<string>; english: ReadonlySet<string> };
}

/**
 * Compile the word lists.
 * @param data as checked by the schema at build; patterns stand in normal form already.
 * @throws {SyntaxError} for a pattern that is no regular expression (the build refuses it before).
 */
export function compileRules(data: FreeTextData): Rules {
  return {
    simplified: characterTable(data.traditional),
    lists: new Map(Object.entries(data.lists).map(([name, patterns]) => [name, compileList(name, patterns)])),
    dangers: data.dangers.map(compileDanger),
    tags: data.tags,
    elements: Object.entries(data.elements).map(([id, lists]) => [id, lists.split('|')] as const),
    noEcho: { han: new Set(data.noEcho.han), english: new Set(data.noEcho.english) },
  };
}

function compileList(name: string, patterns: readonly string[] = []): PatternList {
  return {
    name,
    patterns: patterns.map((pattern) => ({ one: new RegExp(pattern, 'u'), all: new RegExp(pattern, 'gu') })),
  };
}

function compileDanger({ patterns, except, despiteNegation, ...danger }: DangerList): Danger {
  const name = `danger.${danger.tag}`;
  return {
    ...danger,
    hits: compileList(name, patterns),
    except: compileList(`${name}.except`, except),
    despiteNegation: compileList(`${name}.despiteNegation`, despiteNegation),
  };
}

/** Every place where a pattern of the list matches, with its position. */
export function hitsOf(list: PatternList, text: string): (Hit & { index: number })[] {
  return list.patterns
    .filter(({ one }) => one.test(text))
    .flatMap(({ one, all }) =>
      [...text.matchAll(all)].map((match) => ({
        list: list.name,
        pattern: one.source,
        words: match[0],
        index: match.index,
      })),
    );
}

/** @returns the first match of the list, by the order of its patterns; undefined when none matches. */
export function firstHit(list: PatternList | undefined, text: string): Hit | undefined {
  if (!list) return undefined;
  for (const { one } of list.patterns) {
    const match = one.exec(text);
    if (match) return { list: list.name, pattern: one.source, words: match[0] };
  }
  return undefined;
}

export function matches(list: PatternList | undefined, text: string): boolean {
  return list?.patterns.some(({ one }) => one.test(text)) ?? false;
}
