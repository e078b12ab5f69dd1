import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { ownRecord } from '#client/record/own.ts';
import type { DeviceRecord } from '#client/record/record.ts';

/**
 * The device's record, followed: any change, also by another tab, renders again.
 * @returns undefined on the server and until the record has been read.
 */
export function useRecord() {
  const [record, setRecord] = useState<DeviceRecord>();
  useEffect(() => {
    let gone = false;
    void ownRecord().then((own) => {
      if (!gone) setRecord(own);
    });
    return () => {
      gone = true;
    };
  }, []);
  const subscribe = useCallback((tell: () => void) => record?.subscribe(tell) ?? (() => {}), [record]);
  const facts = useSyncExternalStore(subscribe, () => record?.facts(), nothing);
  const health = useSyncExternalStore(subscribe, () => record?.health(), nothing);
  return record && facts && health ? { record, facts, health } : undefined;
}

const nothing = () => undefined;
