import { type DeviceRecord, openRecord } from './record.ts';

let opened: Promise<DeviceRecord> | undefined;

/** The record of whoever uses this page: opened once per page and shared by all that stands on it. */
export function ownRecord(): Promise<DeviceRecord> {
  opened ??= openRecord({ now: () => Date.now() });
  return opened;
}
