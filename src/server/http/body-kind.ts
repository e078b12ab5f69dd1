import { REFUSALS, type Refusal } from './refusals.ts';

/** What a route takes as its body, and what is said of any other. */
export interface BodyKind {
  /**
   * Media types, without parameters. Never one that a form of another site could send without asking first: urlencoded,
   * multipart, text/plain, or none.
   */
  types: readonly string[];
  /** Bytes. */
  most: number;
  tooLarge: Refusal;
  otherType: Refusal;
}

/** Astro's own limit is 1 GiB. */
const JSON_BODY: BodyKind = {
  types: ['application/json'],
  most: 256 * 1024,
  tooLarge: REFUSALS.tooLarge,
  otherType: REFUSALS.notJson,
};

/** The device makes every picture fit into 200 kB; what is in it is looked at later, whatever type the sender says. */
const PICTURE_BODY: BodyKind = {
  types: ['image/jpeg', 'image/png', 'image/webp'],
  most: 256 * 1024,
  tooLarge: REFUSALS.blobTooLarge,
  otherType: REFUSALS.notPicture,
};

const PICTURE_PATH = /^\/api\/blobs\/[^/]+$/;

/** @param path decoded. @returns JSON for everything but a picture that is sent. */
export const bodyKindOf = (method: string | undefined, path: string): BodyKind =>
  method === 'PUT' && PICTURE_PATH.test(path) ? PICTURE_BODY : JSON_BODY;
