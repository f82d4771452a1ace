import type { APIRoute } from 'astro';
import { getPromises } from '../../server/requests/get-promises.ts';

export const prerender = false;

export const GET: APIRoute = ({ request, locals }) => getPromises(request, locals.app, Temporal.Now.instant());
