import { type RefObject, useEffect } from 'react';

/** Narrower margins than the site's own: two sheets hold the debrief then. */
const PAGE = '@page { margin: 9mm 12mm; }';

/** On paper the debrief has its own margins and every fold is open; afterwards each is as it was. */
export function usePrint(holder: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let opened: HTMLDetailsElement[] = [];
    const open = () => {
      opened = [...(holder.current?.querySelectorAll<HTMLDetailsElement>('details:not([open])') ?? [])];
      for (const fold of opened) fold.open = true;
    };
    const close = () => {
      for (const fold of opened) fold.open = false;
      opened = [];
    };
    // Chromium lets the last sheet's page rule win, so this one must come after all files.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(PAGE);
    document.adoptedStyleSheets.push(sheet);
    addEventListener('beforeprint', open);
    addEventListener('afterprint', close);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
      removeEventListener('beforeprint', open);
      removeEventListener('afterprint', close);
    };
  }, [holder]);
}
