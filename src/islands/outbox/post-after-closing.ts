/** Name of the Background Sync in which the service worker sends what waits. */
export const SYNC_TAG = 'handrail-outbox';

/** Only Chromium has it: https://wicg.github.io/background-sync/spec/ */
type WithSync = ServiceWorkerRegistration & { sync?: { register: (tag: string) => Promise<void> } };

/** Asks the browser to send what waits also when all pages are closed. False where it does not do that. */
export async function postAfterClosing(): Promise<boolean> {
  try {
    const registration = (await navigator.serviceWorker.getRegistration()) as WithSync | undefined;
    if (!registration?.active || !registration.sync) return false;
    await registration.sync.register(SYNC_TAG);
    return true;
  } catch {
    // No service workers here, or the reader has forbidden it: then it waits for the next visit.
    return false;
  }
}
