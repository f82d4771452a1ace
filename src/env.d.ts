import 'astro';
import type { OfflineBuild } from './offline/offline-build.ts';
import type { Searcher } from './search/search-answer.ts';
import type { Client } from './server/abuse/client.ts';
import type { App as HandrailApp } from './server/app.ts';
import type { Member } from './server/desk/member.ts';
import type { TurnedAway } from './server/desk-guard.ts';
import type { RequestError } from './schema/request-error.ts';
import type { Settings } from './server/settings.ts';

declare module 'astro' {
  interface AstroClientDirectives {
    /** Loads the island when somebody reaches for it, or at once where this browser keeps something of ours. */
    'client:interact'?: boolean | 'or-kept';
  }
}

declare global {
  /** The setting of this name, which src/integration.ts writes into the pages; `serverOrigin()` alone reads it. */
  const HANDRAIL_PUBLIC_API: Settings['publicApi'];

  /** What the service worker knows of its build; src/offline/build-worker.ts writes it into the worker. */
  const HANDRAIL_OFFLINE: OfflineBuild;

  namespace App {
    interface Locals {
      /** The open store and all that endpoints need; on every request but those of prerendered pages. */
      app: HandrailApp;
      /** Who of the team is signed in; on pages of the desk only. */
      member?: Member;
      /** Why the page of the desk that was asked for is not shown. */
      turnedAway?: TurnedAway;
      /** What goes with every answer of the desk; absent while developing. */
      deskHeaders?: Readonly<Record<string, string>>;
      /** Whom the request comes from; wherever `app` is. */
      client: Client;
      /** The search index as the server reads it; absent from prerendered pages. */
      searcher?: Searcher;
      /** A form that comes back: what is wrong with it, and what was typed. */
      again?: {
        status: number;
        errors: RequestError[];
        typed: Record<string, string | string[]>;
        retryAfterSeconds?: number;
      };
    }
  }
}
