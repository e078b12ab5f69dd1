import { parseReveal } from '#core/simulator/reveal.ts';
import type { Scenario } from '#core/simulator/scenario.ts';
import type { Reveal } from '#core/simulator/scenario-move.ts';
import { fill } from '#core/text/fill.ts';
import type { DebriefStrings } from '#i18n/practice-debrief.ts';

/** Small pieces of text that every part of the debrief shares. */

/** `+3`, `−4` with a true minus; `0` unsigned. */
export function signed(change: number): string {
  const whole = Math.round(change);
  return whole < 0 ? `−${-whole}` : whole > 0 ? `+${whole}` : '0';
}

/** In quotation marks, unless it brings its own or is a stage direction. */
export function quoted(text: string, { open, close }: DebriefStrings): string {
  return /^[（(]|[「“]/.test(text) ? text : `${open}${text}${close}`;
}

/** Begins with a capital, where the script has them. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Ends in a full stop. */
export function sentence(text: string, { stop }: DebriefStrings): string {
  return /[。！？.!?…][」”）)]*$/.test(text) ? text : text + stop;
}

/** Values that moved by a point or more, e.g. 信任−4，耐心−10. */
export function changesOf(
  { trust, patience, interest }: { trust: number; patience: number; interest: number },
  strings: DebriefStrings,
): string {
  const moved = [
    [strings.trust, trust],
    [strings.patience, patience],
    [strings.interest, interest],
  ] as const;
  return moved
    .filter(([, change]) => Math.round(change) !== 0)
    .map(([word, change]) => fill(strings.change, { word, n: signed(change) }))
    .join(strings.comma);
}

/** What reveals are about, in the scenario's words; each thing once. */
export function textsOf({ needs, findings }: Scenario<string>, reveals: readonly Reveal[]): string[] {
  const texts = reveals.flatMap((reveal) => {
    const { kind, id } = parseReveal(reveal);
    return (kind === 'need' ? needs : findings).find((one) => one.id === id)?.text ?? [];
  });
  return [...new Set(texts)];
}

/** Texts of findings by id. */
export function findingTexts({ findings }: Scenario<string>, ids: readonly string[]): string[] {
  return ids.flatMap((id) => findings.find((one) => one.id === id)?.text ?? []);
}

/** Name of somebody in the scenario; empty for passers-by. */
export function nameOf({ persons, level3 }: Scenario<string>, id: string | undefined): string {
  const second = level3?.second;
  return persons.find((person) => person.id === id)?.name ?? (second?.by === id ? (second?.name ?? '') : '');
}
