/** Ways for a text to leave the page. None of them throws. */

/** By the share sheet: as a text file where files can be shared, else as text. */
export async function shareText(text: string, name: string, title: string): Promise<boolean> {
  try {
    const files = [new File([text], name, { type: 'text/plain' })];
    await navigator.share(navigator.canShare?.({ files }) ? { files, title } : { text, title });
    return true;
  } catch {
    return false;
  }
}
