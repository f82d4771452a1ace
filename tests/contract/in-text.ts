/** What was found, as text has it: assertions take any two instants for equal, and absent fields for others. */
export function inText(found: unknown): unknown {
  return JSON.parse(JSON.stringify(found ?? null));
}
