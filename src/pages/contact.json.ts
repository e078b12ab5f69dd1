import type { APIRoute } from 'astro';

export const prerender = false;

/** Where a learner may send a mistake he found: the operator's setting, so not in the built pages. */
export const GET: APIRoute = ({ locals }) =>
  Response.json({ reportTo: locals.reportTo ?? null }, { headers: { 'cache-control': 'no-store' } });
