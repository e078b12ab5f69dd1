/** Short messages to the other tabs of this browser. Never throws; where nothing carries them, nobody hears. */
export interface TabChannel {
  send(message: string): void;
  close(): void;
}

/**
 * BroadcastChannel, or storage events where there is none.
 * @param onMessage called for messages of other tabs (with BroadcastChannel, also of other channels in this one).
 */
export function openTabChannel(name: string, onMessage: (message: string) => void): TabChannel {
  try {
    const channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }) => onMessage(String(data));
    return { send: (message) => channel.postMessage(message), close: () => channel.close() };
  } catch {
    return openStorageChannel(name, onMessage);
  }
}

function openStorageChannel(name: string, onMessage: (message: string) => void): TabChannel {
  let count = 0;
  const listen = ({ key, newValue }: StorageEvent) => {
    if (key === name && newValue) onMessage(newValue.slice(newValue.indexOf(' ') + 1));
  };
  globalThis.addEventListener?.('storage', listen as EventListener);
  return {
    send(message) {
      try {
        // The same value twice is no event.
        localStorage.setItem(name, `${performance.now()}.${count++} ${message}`);
      } catch {
        // Then nobody hears.
      }
    },
    close: () => globalThis.removeEventListener?.('storage', listen as EventListener),
  };
}
