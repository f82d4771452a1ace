/** What `work` makes of each of `all`, in their order, with at most `lanes` under way at once. */
export async function inLanes<Given, Made>(
  all: readonly Given[],
  lanes: number,
  work: (each: Given) => Promise<Made>,
): Promise<Made[]> {
  const made = new Map<number, Made>();
  const waiting = all.entries();
  const lane = async () => {
    for (const [index, each] of waiting) made.set(index, await work(each));
  };
  await Promise.all(Array.from({ length: Math.min(lanes, all.length) }, lane));
  return all.map((_, index) => made.get(index) as Made);
}
