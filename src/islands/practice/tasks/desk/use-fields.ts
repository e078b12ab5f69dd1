import { useRef, useState } from 'react';

/**
 * The field being filled, which signs and figures are put into where the caret stands.
 * @param first row that is worked on before any field was touched.
 * @param textOf the text of a row's field now.
 * @param onType what becomes of it.
 */
export function useFields(
  first: string,
  textOf: (rowId: string) => string,
  onType: (rowId: string, typed: string) => void,
) {
  const [active, setActive] = useState(first);
  const field = useRef<HTMLInputElement>(null);

  function replace(before: number, after: number, sign: string) {
    const text = textOf(active);
    onType(active, text.slice(0, before) + sign + text.slice(after));
    const caret = before + sign.length;
    requestAnimationFrame(() => field.current?.setSelectionRange(caret, caret));
  }
  function caret(): [number, number] {
    const end = textOf(active).length;
    // A field that nobody is in has its caret at the end, wherever the browser put it.
    if (document.activeElement !== field.current) return [end, end];
    return [field.current?.selectionStart ?? end, field.current?.selectionEnd ?? end];
  }
  return {
    active,
    field,
    activate: setActive,
    insert(sign: string) {
      const [from, to] = caret();
      replace(from, to, sign);
    },
    erase() {
      const [from, to] = caret();
      replace(from === to ? Math.max(0, from - 1) : from, to, '');
    },
  };
}
