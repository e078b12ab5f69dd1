import type { APIRoute } from 'astro';

export const prerender = false;

/** For load balancers and operators; a page of the course never needs it. `npm run dev` has no use cases to ask. */
export const GET: APIRoute = ({ locals }) =>
  Response.json(locals.checkHealth?.() ?? { status: 'dev' }, { headers: { 'cache-control': 'no-store' } });
