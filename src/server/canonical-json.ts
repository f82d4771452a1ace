/**
 * JSON with the names of each group in order, and without empty lists, so that a body says the same however its
 * fields were ordered, and still does when a later Handrail has a list that this one lacks. For hashing only.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) => (isGroup(part) ? sorted(part) : part));
}

function sorted(group: Record<string, unknown>): Record<string, unknown> {
  const filled = Object.entries(group).filter(([, part]) => !(Array.isArray(part) && part.length === 0));
  return Object.fromEntries(filled.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isGroup(part: unknown): part is Record<string, unknown> {
  return typeof part === 'object' && part !== null && !Array.isArray(part);
}
