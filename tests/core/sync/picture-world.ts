/** Pictures beside `world.ts`: a server in a few lines, and devices that follow the plan for them. */
import type { FactOf } from '#core/model/fact.ts';
import { isSameBody } from '#core/model/same-body.ts';
import { namedPictures } from '#core/sync/named-pictures.ts';
import { readFetchedPicture, readSentPicture } from '#core/sync/picture-answer.ts';
import { hearPicture, nextPicture, noted, type PictureNotes, pictureStep } from '#core/sync/picture-plan.ts';
import { pictureBytes, saved } from '../../contract/pictures.ts';
import { Device, type Luck, type SmallServer, smallServer } from './world.ts';

export const MOST = 1_000;
/** Each id has its own bytes. */
export const bytesOf = (id: string): Uint8Array => pictureBytes(id.charCodeAt(1), 30);
export const version = (id: string, ...blobIds: string[]): FactOf<'worksheet.saved'> => saved(id, ...blobIds);

export function pictureServer(quota = Number.POSITIVE_INFINITY) {
  const pictures = new Map<string, Uint8Array>();
  const facts = smallServer();
  return {
    ...facts,
    pictures,
    room: { quota },
    /** How often each picture was sent. */
    sent: [] as string[],
    put(id: string, bytes: Uint8Array) {
      this.sent.push(id);
      const before = pictures.get(id);
      if (before) return { status: isSameBody([...before], [...bytes]) ? 200 : 409, json: {} };
      if (pictures.size >= this.room.quota) return { status: 507, json: { why: 'quota' } };
      pictures.set(id, bytes);
      return { status: 201, json: {} };
    },
    get(id: string) {
      const bytes = pictures.get(id);
      return bytes ? { status: 200, json: undefined, bytes } : { status: 404, json: undefined };
    },
    facts: facts as SmallServer,
  };
}
export type PictureServer = ReturnType<typeof pictureServer>;

export class PictureDevice extends Device {
  readonly pictures = new Map<string, Uint8Array>();
  notes: PictureNotes = { marks: new Map() };

  /** A version of a sheet with a picture that was taken here. */
  photograph(factId: string, pictureId: string): void {
    this.pictures.set(pictureId, bytesOf(pictureId));
    this.add(version(factId, pictureId));
  }

  get named(): ReadonlySet<string> {
    return namedPictures(this.facts.values(), this.settled, this.refused);
  }

  override reopen(isForgotten: boolean): void {
    super.reopen(isForgotten);
    if (isForgotten) this.notes = { marks: new Map() };
  }

  /** One step: a fact's, or once these rest, a picture's. @returns false when there was nothing to do. */
  go(server: PictureServer, now: number, luck: Luck = 'heard'): boolean {
    if (this.step(server.facts, luck)) return true;
    const id = nextPicture(this.notes, this.named, now);
    if (id === undefined) return false;
    const here = this.pictures.get(id);
    const step = pictureStep(this.notes, id, here !== undefined, now);
    const reach = <T>(ask: () => T): T | undefined => {
      const reply = luck === 'lost' ? undefined : ask();
      return luck === 'heard' ? reply : undefined;
    };
    const answer =
      step.do === 'send'
        ? readSentPicture(reach(() => server.put(id, here as Uint8Array)))
        : step.do === 'fetch'
          ? readFetchedPicture(
              reach(() => server.get(id)),
              MOST,
            )
          : undefined;
    if (answer?.status === 'fetched') this.pictures.set(id, answer.bytes);
    this.notes = noted(this.notes, hearPicture(this.notes, step, answer, now));
    return true;
  }

  rest(server: PictureServer, now: number): void {
    for (let steps = 0; this.go(server, now); steps += 1)
      if (steps > 1_000) throw new Error('it never rests');
  }
}
