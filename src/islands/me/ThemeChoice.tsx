import { useEffect, useState } from 'react';
import type { MeStrings } from '#i18n/me.ts';

/** Read by the early script of every page; absent = as the system. */
const KEY = 'sanxiu.theme';
const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

function keptTheme(): Theme {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch {
    return 'system';
  }
}

function applyTheme(theme: Theme): void {
  try {
    if (theme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // It holds for this page only.
  }
  const isDark = theme === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
}

/** Light, dark, or as the system. */
export function ThemeChoice({ strings }: { strings: MeStrings }) {
  const [theme, setTheme] = useState<Theme>('system');
  useEffect(() => setTheme(keptTheme()), []);
  return (
    <section className="needs-script" aria-labelledby="me-display">
      <h2 id="me-display">{strings.displayHeading}</h2>
      <fieldset>
        <legend className="label">{strings.themeLegend}</legend>
        <div className="seg">
          {THEMES.map((choice) => (
            <label key={choice}>
              <input
                type="radio"
                name="theme"
                checked={theme === choice}
                onChange={() => {
                  setTheme(choice);
                  applyTheme(choice);
                }}
              />
              {strings.themes[choice]}
            </label>
          ))}
        </div>
      </fieldset>
    </section>
  );
}
