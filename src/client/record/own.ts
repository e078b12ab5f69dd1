import { type DeviceRecord, openRecord } from './record.ts';

let own: Promise<DeviceRecord> | undefined;

/** The record of whoever uses this browser: one per page, opened at first use, shared by all its islands. Never rejects. */
export function ownRecord(): Promise<DeviceRecord> {
  own ??= openRecord({ now: Date.now });
  return own;
}
