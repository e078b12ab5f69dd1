/**
 * What was typed into the fields of a block before its code had come. To be read in the first render: once that is in the
 * page, the fields show the block's state.
 * @returns texts by field, empty ones left out.
 */
export function typedEarly(blockId: string): Record<string, string> {
  if (typeof document === 'undefined') return {};
  const fields =
    document.getElementById(blockId)?.querySelectorAll<HTMLTextAreaElement>('[data-field]') ?? [];
  return Object.fromEntries(
    [...fields].map((field) => [field.dataset.field ?? '', field.value]).filter(([, text]) => text),
  );
}
