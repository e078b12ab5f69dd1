import { type KeyboardEvent, type ReactNode, useRef } from 'react';

interface Props {
  /** Names the group for who cannot see it. */
  label: string;
  /** A number key was pressed, 0 = the first, or a key of `keys`; more than there is to choose happens too. */
  onPick: (index: number) => void;
  /** Keys beside the numbers, in order, e.g. the arrows. */
  keys?: readonly string[] | undefined;
  look?: string | undefined;
  children: ReactNode;
}

/**
 * The frame of a block that is worked on. Number keys choose, and where the pressed control goes away the focus moves on to
 * what is marked `data-next`, else to the frame, never back to the top of the page.
 */
export function Board({ label, onPick, keys = [], look = '', children }: Props) {
  const frame = useRef<HTMLFieldSetElement>(null);

  function hold() {
    requestAnimationFrame(() => {
      const held = document.activeElement as HTMLElement | null;
      if (held && held.tabIndex >= 0) return; // a control; the page itself and resting places have -1
      const next = frame.current?.querySelector<HTMLElement>('[data-next]') ?? frame.current;
      next?.focus({ preventScroll: true });
    });
  }

  function press(event: KeyboardEvent) {
    const own = keys.indexOf(event.key);
    const index = own < 0 ? Number(event.key) - 1 : own;
    if (!(index >= 0) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onPick(index);
    hold();
  }

  return (
    <fieldset
      ref={frame}
      tabIndex={-1}
      className={`board ${look}`}
      aria-label={label}
      onKeyDown={press}
      onClick={hold}
    >
      {children}
    </fieldset>
  );
}
