/** Does `work` while no other page of this site, nor its worker, does work of the same name. */
export function alone<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  // Only there on https and localhost. Without it two pages may both send, with one key: still one request.
  const locks = (navigator as { locks?: LockManager }).locks;
  return locks ? (locks.request(`handrail-outbox ${name}`, work) as Promise<Result>) : work();
}
