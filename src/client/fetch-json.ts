const answers = new Map<string, Promise<unknown>>();

/** Fetched once per page; the name changes with the content, so the browser may keep it for ever. */
export function fetchJson<T>(url: string): Promise<T> {
  const known = answers.get(url);
  if (known) return known as Promise<T>;
  const fetched = fetch(url).then((response) => {
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    return response.json() as Promise<T>;
  });
  answers.set(url, fetched);
  fetched.catch(() => answers.delete(url));
  return fetched;
}
