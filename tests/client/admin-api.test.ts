import { afterEach, expect, test, vi } from 'vitest';
import { createAdminApi } from '#client/admin/admin-api.ts';

afterEach(() => vi.unstubAllGlobals());

const answered = async (body: string, language: 'zh' | 'en' = 'zh') => {
  vi.stubGlobal('fetch', async () => new Response(body, { status: 503 }));
  return createAdminApi(language).overview();
};

test('of a refusal only a sentence of the server is shown, in the language of the reader', async () => {
  const refusal = '服务器忙，请过一会儿再试。\nThe server is busy. Try again in a while.\n';
  expect(await answered(refusal)).toEqual({
    status: 'refused',
    code: 503,
    said: '服务器忙，请过一会儿再试。',
  });
  expect(await answered(refusal, 'en')).toMatchObject({ said: 'The server is busy. Try again in a while.' });
});

test.each(['{}', '{"message":"upstream"}', '[1]', '<html>502</html>'])(
  'what a proxy answers of its own is not shown to an admin: %s',
  async (body) => {
    expect(await answered(body)).toMatchObject({ said: '' });
  },
);
