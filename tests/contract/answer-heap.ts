// Loaded before a server (`node --expose-gc --import`), which then tells how much memory it needs whenever it is asked.
process.on('message', () => {
  for (let round = 0; round < 3; round++) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  process.send?.(heapUsed + external);
});
