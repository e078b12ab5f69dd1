import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';

for (const [language, prefix, scheme] of [
  ['zh', '', 'light'],
  ['en', '/en', 'dark'],
] as const)
  test.describe(`${language}, ${scheme}`, () => {
    test.use({ colorScheme: scheme });

    for (const page of ['glossary', 'sources'])
      test(`${page} can be used by everybody and is no wider than a phone at 400 % zoom`, async ({
        page: tab,
      }) => {
        await tab.goto(`${prefix}/${page}/`);
        await expect(tab.getByRole('heading', { level: 1 })).toBeVisible();
        expect((await new AxeBuilder({ page: tab }).analyze()).violations).toEqual([]);
        await tab.setViewportSize({ width: 320, height: 640 });
        expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      });
  });

test('a source note leads to its source, which leads back to the lesson', async ({ page, lesson }) => {
  await lesson.open();
  await page.locator('.source a', { hasText: 'F-22' }).click();
  await expect(page).toHaveURL(/\/sources\/#f-22$/);
  const source = page.locator('#f-22');
  await expect(source).toContainText('尼尔·雷克汉姆');
  await expect(source.getByRole('link', { name: /第20课/ })).toHaveAttribute('href', '/learn/m2-fab-pitch/');
});

test('terms are looked up by pinyin in Chinese and by letter in English', async ({ page }) => {
  await page.goto('/glossary/');
  // 费比模式, fèi
  await expect(page.locator('section[aria-labelledby=F]')).toContainText('费比模式');
  // 利益, lì
  await expect(page.locator('section[aria-labelledby=L] #term-benefit')).toContainText('利益 benefit');
  await page.goto('/en/glossary/');
  await expect(page.locator('section[aria-labelledby=B] #term-benefit')).toContainText('benefit 利益');
});

for (const [language, prefix, words] of [
  ['zh', '', { typed: '提问', count: '找到', none: '术语表里没有「水泥」', clear: '清空', gone: '水泥' }],
  [
    'en',
    '/en',
    {
      typed: 'QUESTION',
      count: 'Terms found: ',
      none: 'The glossary has no “cement”',
      clear: 'Clear',
      gone: 'cement',
    },
  ],
] as const)
  test(`${language}: terms are narrowed down as words are typed, the count is announced, the address keeps the words`, async ({
    page,
  }) => {
    await page.goto(`${prefix}/glossary/`);
    const terms = page.locator('.reference dl > div:visible');
    const all = await terms.count();
    const field = page.getByRole('searchbox');
    const said = page.getByRole('search').getByRole('status');
    await field.fill(words.typed);
    await expect(page.locator('#term-open-question')).toBeVisible();
    await expect(page.locator('#term-benefit')).toBeHidden();
    const found = await terms.count();
    expect(found).toBeLessThan(all);
    await expect(said).toContainText(words.count);
    await expect(said).toContainText(String(found));
    // Letters lead to what is left.
    expect(await page.locator('.letters a:visible').count()).toBe(
      await page.locator('.reference section:visible').count(),
    );
    expect(new URL(page.url()).searchParams.get('q')).toBe(words.typed);
    await page.reload();
    await expect(field).toHaveValue(words.typed);
    await expect(terms).toHaveCount(found);
    await field.fill(words.gone);
    await expect(said).toContainText(words.none);
    await expect(terms).toHaveCount(0);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.getByRole('button', { name: words.clear }).press('Enter');
    await expect(field).toBeFocused();
    await expect(terms).toHaveCount(all);
    await expect(said).toBeEmpty();
    expect(page.url()).not.toContain('?');
  });

test.describe('offline', () => {
  test('a term is found in the other language, without the server, and not while an input method is still open', async ({
    page,
    context,
  }) => {
    await page.goto('/glossary/?q=benefit', { waitUntil: 'networkidle' });
    await expect(page.locator('#term-benefit')).toBeVisible();
    await expect(page.locator('#term-evidence')).toBeHidden();
    const missed: string[] = [];
    page.on('requestfailed', (request) => missed.push(new URL(request.url()).pathname));
    await context.setOffline(true);
    const field = page.getByRole('searchbox');
    await field.fill('证据');
    await expect(page.locator('#term-evidence')).toBeVisible();
    await field.evaluate((one: HTMLInputElement) => {
      one.value = 'li yi';
      one.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
    });
    await expect(page.locator('#term-evidence')).toBeVisible();
    await field.evaluate((one: HTMLInputElement) => {
      one.value = '利益';
      one.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    });
    await expect(page.locator('#term-benefit')).toBeVisible();
    await expect(page.locator('#term-evidence')).toBeHidden();
    expect(missed.filter((path) => path !== '/favicon.svg')).toEqual([]);
  });
});

test('each source says how far it may be used; an address stands only where one is known', async ({
  page,
}) => {
  await page.goto('/sources/');
  const sources = page.locator('article');
  const all = await sources.count();
  await expect(sources.filter({ hasText: '可以怎么用' })).toHaveCount(all);
  await expect(page.locator('#f-03')).toContainText('可以怎么用 称作谚语。');
  await expect(page.locator('#f-07').getByRole('link', { name: /^quoteinvestigator\.com/ })).toHaveAttribute(
    'href',
    'https://quoteinvestigator.com/2012/08/02/gandhi-customer',
  );
  await expect(page.locator('#f-48').getByRole('link', { name: 'std.samr.gov.cn' })).toHaveAttribute(
    'href',
    'https://std.samr.gov.cn',
  );
  await expect(page.locator('article a[href^=http]')).toHaveCount(2);
  await page.goto('/en/sources/');
  await expect(page.locator('#f-03')).toContainText('How it may be used Call it a proverb.');
});

test('a term in a lesson shows its meaning on the spot, by keyboard too, and goes again', async ({
  page,
  lesson,
}) => {
  await lesson.open();
  const term = page.locator('a.term[href="#term-benefit"]').first();
  await term.focus();
  await page.keyboard.press('Enter');
  const note = page.locator('#term-benefit-note');
  await expect(note).toContainText('对说出过某个需求的那一位顾客的好处');
  await expect(term).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Enter');
  await expect(note).toHaveCount(0);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a term leads to its meaning at the end of the lesson', async ({ page }) => {
    await page.goto('/learn/m2-fab-pitch/');
    await page.locator('a.term[href="#term-benefit"]').first().click();
    await expect(page.locator('#term-benefit')).toBeInViewport();
  });

  test('the glossary is whole and shows no field that would do nothing', async ({ page }) => {
    await page.goto('/glossary/?q=benefit');
    await expect(page.locator('#term-evidence')).toBeVisible();
    await expect(page.locator('[data-term-filter]')).toBeHidden();
  });
});
