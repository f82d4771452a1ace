/** What `work` comes to, or undefined where it takes longer; a failure of `work` within that time is passed on. */
export function within<Result>(work: Promise<Result>, patienceMs: number): Promise<Result | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(undefined), patienceMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
