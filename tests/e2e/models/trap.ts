import type { BrowserContext, Page } from '@playwright/test';
import { expect } from '../fixtures.ts';

/** Names and words that a page may take for markup, script, a template, a formula, an address. At most 40 characters each. */
export const CORPUS = [
  '<img src=x onerror=trap(1)>',
  '<svg/onload=trap(2)>',
  '"><script>trap(3)</script>',
  '</script><script>trap(4)</script>',
  "a'-trap(5)-'",
  '<iframe srcdoc="<b onclick=trap(6)>">',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what a template would put something in for
  '{{trap(7)}}${trap(7)}{subject}{name}',
  'javascript:trap(8)',
  '&lt;b&gt;&#60;i&#62;<b><i>',
  '=HYPERLINK("http://evil.example","x")',
  '+1+cmd|x',
  '-1-cmd|x',
  '@SUM(1+1)',
] as const;

/** What such words would have made. */
const MADE = [
  ...['img[src="x"]', 'svg[onload]', 'iframe', 'object', 'embed', 'base', 'a[href^="javascript:" i]'],
  ...['[onerror]', '[onload]', '[onclick]', '[srcdoc]', 'main b > i'],
].join(', ');

/** Listens for everything that would show that a page ran what somebody wrote, or tried to. */
export class Trap {
  readonly heard: string[] = [];

  static async in(context: BrowserContext): Promise<Trap> {
    const trap = new Trap();
    await context.exposeBinding('trap', ({ page }, what) => {
      trap.heard.push(`${page.url()}: ${String(what)}`);
    });
    await context.addInitScript(() => {
      const tell = (globalThis as unknown as { trap: (what: string) => void }).trap;
      for (const name of ['alert', 'confirm', 'prompt'] as const)
        window[name] = () => void tell(name) as never;
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
        tell(`CSP ${violatedDirective} ${blockedURI} ${sample}`),
      );
    });
    context.on('page', (page) => page.on('dialog', (dialog) => trap.heard.push(dialog.message())));
    return trap;
  }

  /** Nothing ran, nothing was refused by the policy, no element was made of words, and each of them can be read. */
  async holds(page: Page, words: readonly string[] = []): Promise<void> {
    for (const one of words) await expect(page.locator('body')).toContainText(one);
    expect(await page.locator(MADE).count(), `elements made of words on ${page.url()}`).toBe(0);
    const scripts = await page.locator('script').allTextContents();
    expect(scripts.filter((text) => text.includes('trap('))).toEqual([]);
    expect(this.heard).toEqual([]);
  }
}
