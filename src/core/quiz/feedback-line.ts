import type { FeedbackLine } from '../model/response.ts';
import type { Text } from '../model/text.ts';

/** A line that closes the feedback of a fully right response: why it is right, and one line further. */
export function extensionLine(extension: Text): FeedbackLine {
  return { tone: 'right', role: 'extension', text: extension };
}

/** A line about one option or card: `right` as given, or worth another thought. */
export function optionLine(right: boolean, text: Text, about?: Text): FeedbackLine {
  const tone = right ? 'right' : 'again';
  return about ? { tone, about, text } : { tone, text };
}
