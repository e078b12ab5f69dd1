import { describe, expect, test } from 'vitest';
import { pagePolicy, policy } from '../../../scripts/build/csp.mjs';
import { readElements } from '../../../scripts/build/html.mjs';

// printf 'alert(1)' | openssl dgst -sha256 -binary | openssl base64   (likewise the others)
const HASHES = {
  'alert(1)': "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='",
  'body{color:red}': "'sha256-FcQqt3aNlV7AZnGV4zkQRVeCeJOxbMPnQSx258L803E='",
  'a\nb': "'sha256-fhj3NzEbLcOy8mndeDlrA1HxT7Zu+oefdoyyMYGIPHg='",
  '.d{fill:red}': "'sha256-olqu8dP5H7+WfjqEOeDTiWeeoJRop22jyGACSVKoRWU='",
  'let x = "<b>"; // é 三修': "'sha256-peKRPdqKcxcGeYkMaafXrz6oLMCmQ3J3zGQyUfXkCfE='",
} as const;

/** Sources of one directive besides 'self'. */
const sources = (html: string, directive: 'script-src' | 'style-src') => {
  const found = pagePolicy(html, 'a.html')
    .split('; ')
    .find((one) => one.startsWith(directive));
  return (found ?? '').split(' ').slice(2);
};
const scripts = (html: string) => sources(html, 'script-src');
const styles = (html: string) => sources(html, 'style-src');

describe('hashes', () => {
  test('inline scripts and styles of a page run: their hashes are in its policy', () => {
    const html =
      '<style>body{color:red}</style><script>alert(1)</script><script type="module">alert(1)</script>';
    expect(scripts(html)).toEqual([HASHES['alert(1)']]);
    expect(styles(html)).toEqual([HASHES['body{color:red}']]);
  });

  test('text is hashed as UTF-8, tags in strings included', () => {
    expect(scripts('<SCRIPT async>let x = "<b>"; // é 三修</SCRIPT >')).toEqual([
      HASHES['let x = "<b>"; // é 三修'],
    ]);
  });

  test('line ends are hashed as a browser sees them, whatever the author’s machine wrote', () => {
    expect(scripts('<script>a\r\nb</script>')).toEqual([HASHES['a\nb']]);
    expect(scripts('<script>a\nb</script>')).toEqual([HASHES['a\nb']]);
  });

  test('external scripts and data need no hash', () => {
    const html = `<script src="/a.js"></script><script type="application/json">{"a":"</b>"}</script>
      <script type="application/ld+json">{}</script><script type="text/javascript">alert(1)</script>`;
    expect(scripts(html)).toEqual([HASHES['alert(1)']]);
  });

  test('what stands in comments, attributes, text fields and titles is not run and not hashed', () => {
    const html = `<!-- <script>a</script> --><title><script>b</script></title>
      <textarea><style>c{}</style></textarea><p data-x='<script>d</script>' data-y="a>b">1 < 2</p>`;
    expect(scripts(html)).toEqual([]);
    expect(styles(html)).toEqual([]);
  });

  test('styles in noscript and in drawings count: without scripts, and in SVG, they apply', () => {
    const html =
      '<noscript><style>body{color:red}</style></noscript><svg><title>a<b/></title><style>.d{fill:red}</style></svg>';
    expect(styles(html).sort()).toEqual([HASHES['.d{fill:red}'], HASHES['body{color:red}']].sort());
  });

  test('an island with markup in its attributes is read to its real end', () => {
    const html = `<astro-island props="{&quot;a&quot;:[0,&quot;>&quot;]}" opts='{"x":"a>b"}' ssr client=visible><script>alert(1)</script></astro-island>`;
    expect(scripts(html)).toEqual([HASHES['alert(1)']]);
  });
});

describe('the policy', () => {
  test('allows nothing that is not named', () => {
    expect(policy(["'sha256-a'"], ["'sha256-b'"])).toBe(
      "default-src 'none'; script-src 'self' 'sha256-a'; style-src 'self' 'sha256-b'; img-src 'self' data: blob:; " +
        "connect-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; " +
        "base-uri 'none'; frame-ancestors 'none'; object-src 'none'",
    );
  });
});

describe('refusals', () => {
  test.each([
    ['<p>\n<b style="color:red">', '<b style="color:red">', 'line 2'],
    ['<button ONCLICK=go()>', '<button onclick="go()">', 'line 1'],
    ['<a href=" javascript:go()">', '<a href=" javascript:go()">', 'line 1'],
    ["<svg><path style='fill:red'/></svg>", '<path style="fill:red">', 'line 1'],
  ])(
    '%j would be dead or unstyled for learners: the build names file, line and element',
    (html, element, line) => {
      expect(() => pagePolicy(html, 'dist/client/x/index.html')).toThrow(element);
      expect(() => pagePolicy(html, 'dist/client/x/index.html')).toThrow(`dist/client/x/index.html, ${line}`);
    },
  );

  test('attributes that only look alike pass', () => {
    expect(() => pagePolicy('<p data-style="a" data-onclick="b" stylex on>', 'a')).not.toThrow();
  });

  test('what cannot be read for sure is refused, not guessed', () => {
    for (const html of [
      '<script>alert(1)',
      '<!-- open',
      '<p title="open',
      '<script>"<!-- <script>"</script>',
      '<svg><style>a>b{} .x::after{content:"&lt;"}</style></svg>',
    ])
      expect(() => pagePolicy(html, 'a.html')).toThrow(/a\.html, line 1/);
  });
});

test('of a repeated attribute the first counts, as in a browser', () => {
  const [element] = readElements('<a href=/x/ HREF="/y/" disabled>');
  expect([...(element?.attributes ?? [])]).toEqual([
    ['href', '/x/'],
    ['disabled', ''],
  ]);
});
