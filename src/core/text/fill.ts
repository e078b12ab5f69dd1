/** Fills `{name}` places of a string, hyphens allowed; unknown names stay as they are. */
export const fill = (template: string, values: Record<string, string | number>): string =>
  template.replace(/\{([\w-]+)\}/g, (whole, name: string) => String(values[name] ?? whole));
