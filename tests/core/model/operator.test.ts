import { expect, test } from 'vitest';
import { contactAddress, policeAddress, readOperator } from '#core/model/operator.ts';

test('with nothing set nobody is named', () => {
  expect(readOperator({})).toEqual({ operator: {}, mistakes: [] });
  expect(readOperator({ ORGANISATION: ' ', ICP: '' })).toEqual({ operator: {}, mistakes: [] });
});

test('what is right is taken over', () => {
  const env = {
    ORGANISATION: '示例培训有限公司',
    CONTACT: 'privacy@example.com',
    LOGO: '/brand/logo.svg',
    ICP: '沪ICP备12345678号-1',
    POLICE: '沪公网安备31010602000001号',
  };
  expect(readOperator(env)).toEqual({
    operator: {
      organisation: '示例培训有限公司',
      contact: 'privacy@example.com',
      logo: '/brand/logo.svg',
      icp: '沪ICP备12345678号-1',
      police: '沪公网安备31010602000001号',
    },
    mistakes: [],
  });
});

test.each([
  ['ORGANISATION', 'x'.repeat(61)],
  ['LOGO', 'https://elsewhere.example/logo.svg'],
  ['LOGO', '/../secret.png'],
  ['LOGO', '/logo.exe'],
  ['ICP', '12345678'],
  ['ICP', '美ICP备12345678号'],
  ['POLICE', '沪ICP备12345678号-1'],
])('%s=%s is named with its value and what to write', (name, value) => {
  const { operator, mistakes } = readOperator({ [name]: value });
  expect(operator).toEqual({});
  expect(mistakes).toEqual([
    { name, value, problem: expect.any(String), remedy: expect.stringMatching(/write/) },
  ]);
});

test('a contact is a link where it is an address, and else only read', () => {
  expect(contactAddress('a@example.com')).toBe('mailto:a@example.com');
  expect(contactAddress('https://example.com/ask')).toBe('https://example.com/ask');
  expect(contactAddress('021-6000 0000')).toBe('tel:02160000000');
  expect(contactAddress('人事部，3楼')).toBeUndefined();
  expect(contactAddress('javascript:alert(1)')).toBeUndefined();
});

test('a police number is looked up by its figures', () => {
  expect(policeAddress('沪公网安备31010602000001号')).toBe(
    'https://beian.mps.gov.cn/#/query/webSearch?code=31010602000001',
  );
});
