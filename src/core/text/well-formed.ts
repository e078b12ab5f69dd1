/**
 * A text that every database and every JSON reader can keep: halves of surrogate pairs and NUL become U+FFFD.
 * (`toWellFormed` is not in every browser we serve.)
 */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}|\0/gu, '\ufffd');
