import { expect, test } from 'vitest';
import { createRouteTable } from '#server/http/route-table.ts';

const table = createRouteTable([
  'GET /api/cohorts',
  'POST /api/cohorts',
  'GET /api/cohorts/new',
  'GET /api/cohorts/:cohortId',
  'DELETE /api/cohorts/:cohortId',
  'DELETE /api/cohorts/:cohortId/members/:learnerId',
] as const);

test('a path’s own values come by the names in the table', () => {
  expect(table.find('DELETE', '/api/cohorts/c-1/members/7f.~_-A')).toEqual({
    status: 'found',
    name: 'DELETE /api/cohorts/:cohortId/members/:learnerId',
    params: { cohortId: 'c-1', learnerId: '7f.~_-A' },
  });
});

test('an address written out wins over a parameter in its place', () => {
  expect(table.find('GET', '/api/cohorts/new')).toEqual({
    status: 'found',
    name: 'GET /api/cohorts/new',
    params: {},
  });
});

test('another method says which there are, with HEAD wherever GET goes', () => {
  expect(table.find('PUT', '/api/cohorts/c-1')).toEqual({
    status: 'other-method',
    methods: ['GET', 'HEAD', 'DELETE'],
  });
  expect(table.find('DELETE', '/api/cohorts')).toEqual({
    status: 'other-method',
    methods: ['GET', 'HEAD', 'POST'],
  });
});

test.each([
  '/api/cohorts/',
  '/api/cohorts//members/1',
  '/api/cohorts/c-1/',
  '/api/cohorts/c-1/members',
  '/api/cohorts/c-1/members/1/2',
  '/api/cohorts/小红',
  '/api/cohorts/%2e%2e',
  '/api/cohorts/a b',
  `/api/cohorts/${'a'.repeat(129)}`,
  '/api/constructor',
  '/api/__proto__',
])('%s is no address of ours', (path) => {
  expect(table.find('GET', path)).toEqual({ status: 'missing' });
});
