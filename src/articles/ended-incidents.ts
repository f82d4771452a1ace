import type { Incident } from './incidents.ts';

/** Incidents that are over, with what is told of them. Content is checked, so they say why. */
export function endedIncidents(incidents: readonly Incident[]): { slug: string; why: string; changed: string }[] {
  return incidents.flatMap(({ slug, resolved, why, changed }) =>
    resolved === undefined || why === undefined || changed === undefined ? [] : [{ slug, why, changed }],
  );
}
