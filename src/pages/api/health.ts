import type { APIRoute } from 'astro';
import { getHealth } from '../../server/requests/get-health.ts';

export const prerender = false;

export const GET: APIRoute = ({ request, locals }) => getHealth(request, locals.app, Temporal.Now.instant());
