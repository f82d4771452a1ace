import type { EditInsight } from '../schema/insights.ts';

const ORDER: readonly EditInsight['verdict'][] = ['worse', 'better', 'not sure'];

/** What surely became worse first, then what became better, then what nobody can tell. */
export function byVerdict(a: Pick<EditInsight, 'verdict'>, b: Pick<EditInsight, 'verdict'>): number {
  return ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict);
}
