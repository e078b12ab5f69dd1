import type { APIRoute } from 'astro';

export const prerender = false;

/** For load balancers and operators; a page of the course never needs it. */
export const GET: APIRoute = ({ locals }) =>
  Response.json(locals.checkHealth(), { headers: { 'cache-control': 'no-store' } });
