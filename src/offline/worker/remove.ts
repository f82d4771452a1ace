import { cacheNames } from '../cache-names.ts';
import type { WorkerScope } from './scope.ts';

// What stands at the worker's address where a site has switched it off: it takes the place of the one that a browser
// still has, forgets everything that was kept, and goes.
const worker = globalThis as unknown as WorkerScope;

// The one that it takes the place of would go on keeping pages as long as one is open.
worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(goAway()));

async function goAway(): Promise<void> {
  const { prefix } = cacheNames(new URL(worker.registration.scope).pathname);
  await worker.registration.unregister();
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(prefix)).map((name) => caches.delete(name)));
}
