/**
 * To the clipboard; by the old command where there is no clipboard, as on plain http.
 * @param field shows the same text; left selected, so that it can be copied by hand.
 */
export async function copyText(text: string, field: HTMLTextAreaElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    field?.focus();
    field?.select();
    return document.execCommand('copy');
  }
}
