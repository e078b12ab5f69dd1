import { expect, test } from 'vitest';
import { type Landing, readLanding, readNext } from '#core/account/landing.ts';

const learner = { id: 'L', nickname: '红', role: 'learner', isClaimed: true };
const decode = (text: string) => Buffer.from(text, 'base64url').toString();
const packed = Buffer.from(
  JSON.stringify({ learner, former: { id: 'U', nickname: '红', ticket: 't' } }),
).toString('base64url');

test.each<[string, Landing]>([
  ['', { kind: 'plain' }],
  ['#main', { kind: 'plain' }],
  ['#admin=', { kind: 'plain' }],
  ['#admin=abc_DEF-12345', { kind: 'admin', token: 'abc_DEF-12345' }],
  ['#company', { kind: 'company' }],
  ['#company=%%%', { kind: 'company' }],
  [
    `#company=${packed}`,
    {
      kind: 'company',
      answer: { learner: { ...learner, role: 'learner' }, former: { id: 'U', nickname: '红', ticket: 't' } },
    },
  ],
  ['#company-failed=denied', { kind: 'company-failed', why: 'denied' }],
  ['#company-failed=<script>', { kind: 'company-failed', why: 'failed' }],
])('%s', (hash, landing) => expect(readLanding(hash, decode)).toEqual(landing));

test.each([
  ['?next=%2Fjoin%2Fab', '/join/ab'],
  ['?a=1&next=/cohorts/', '/cohorts/'],
  ['?next=//evil.example', undefined],
  ['?next=/%5Cevil.example', undefined],
  ['?next=https://evil.example', undefined],
  ['?next=%E0%A4%A', undefined],
  ['', undefined],
])('after signing in %s leads to %s', (search, path) => expect(readNext(search)).toBe(path));
