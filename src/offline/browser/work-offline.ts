import { cacheNames } from '../cache-names.ts';
import { KEEP_THIS_PAGE } from '../offline-build.ts';

/**
 * Has the site at `base` kept for times without a connection. Begins once the page has loaded and the browser has
 * nothing better to do, so that the first view costs nothing. Where the browser forbids it, nothing happens.
 */
export function workOffline(base: string): void {
  const workers = serviceWorkers();
  if (!workers) return;
  // A worker that begins while a page is open has not seen the page come; so it is told of it.
  workers.addEventListener('controllerchange', () => workers.controller?.postMessage(KEEP_THIS_PAGE));
  const register = () => {
    workers.register(`${base}sw.js`, { scope: base }).catch(() => undefined);
  };
  // Safari has no idle callbacks.
  const whenIdle = () =>
    'requestIdleCallback' in window ? requestIdleCallback(register) : setTimeout(register, 1_000);
  if (document.readyState === 'complete') whenIdle();
  else addEventListener('load', whenIdle, { once: true });
}

/** In dev: takes out the worker that a build on the same address has left, with all that it kept. */
export async function stopWorkingOffline(base: string): Promise<void> {
  const registration = await serviceWorkers()?.getRegistration(base);
  if (!registration) return;
  await registration.unregister();
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(cacheNames(base).prefix)).map((name) => caches.delete(name)),
  );
}

/** Browsers differ in what they do where storage is forbidden: some have no service workers then, some throw. */
function serviceWorkers(): ServiceWorkerContainer | undefined {
  try {
    return 'serviceWorker' in navigator ? navigator.serviceWorker : undefined;
  } catch {
    return undefined;
  }
}
