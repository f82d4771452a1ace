import type { APIRoute } from 'astro';
import { postMail } from '../../server/requests/post-mail.ts';

export const prerender = false;

export const POST: APIRoute = ({ request, locals }) => postMail(request, locals.app, Temporal.Now.instant());
