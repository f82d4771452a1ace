/**
 * Asks `load` once for each name, and keeps the answers to the `most` names that were asked for last. A failure is
 * forgotten, so that the next time is another try.
 */
export function remember<Thing>(
  load: (name: string) => Promise<Thing>,
  most = Infinity,
): (name: string) => Promise<Thing> {
  const known = new Map<string, Promise<Thing>>();
  return (name) => {
    const remembered = known.get(name);
    const thing = remembered ?? load(name);
    // A map keeps the order in which things were put into it: the one asked for last goes to the end.
    known.delete(name);
    known.set(name, thing);
    if (remembered) return thing;
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    thing.catch(() => {
      if (known.get(name) === thing) known.delete(name);
    });
    return thing;
  };
}
