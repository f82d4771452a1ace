/** The parts of a service worker's surroundings that are used here; TypeScript knows either these or those of a page. */
export type WorkerScope = {
  registration: ServiceWorkerRegistration;
  clients: { claim: () => Promise<void> };
  navigator: Navigator & { connection?: { saveData?: boolean } };
  skipWaiting: () => Promise<void>;
  addEventListener: ((type: 'install' | 'activate', listener: (event: LifeEvent) => void) => void) &
    ((type: 'message', listener: (event: MessageFromPage) => void) => void) &
    ((type: 'fetch', listener: (event: AskEvent) => void) => void) &
    ((type: 'sync', listener: (event: SyncEvent) => void) => void);
};

/** An event that keeps the worker alive until the promises that it is given have settled. */
export type LifeEvent = { waitUntil: (work: Promise<unknown>) => void };

export type MessageFromPage = LifeEvent & { data: unknown; source: { url?: string } | null };

export type AskEvent = LifeEvent & {
  request: Request;
  /** What the browser asked for while the worker was still starting; undefined where it did not. */
  preloadResponse: Promise<Response | undefined>;
  respondWith: (answer: Promise<Response>) => void;
};

/** Background Sync, which only Chromium has: https://wicg.github.io/background-sync/spec/ */
export type SyncEvent = LifeEvent & { tag: string };
