import type { SearchesBeforeEscalation } from '../server/store.ts';
import { withoutPersonalDetails } from '../server/without-personal-details.ts';
import { questionKey } from './question-key.ts';
import { byFrequency, countArticles, type SearchInsight } from './search-insight.ts';

/**
 * Questions that were searched for before somebody asked for a person, each counted once for each of those. What goes
 * along with a request is kept as it was typed, for the person who answers; here it loses what is personal.
 */
export function insightsOfEscalations(escalations: readonly SearchesBeforeEscalation[]): SearchInsight[] {
  const asked = escalations.flatMap(questionsOf);
  return [...Map.groupBy(asked, ({ key }) => key).values()].flatMap(insight).sort(byFrequency);
}

type Asked = SearchesBeforeEscalation & { key: string; question: string; found: boolean };

function questionsOf(escalation: SearchesBeforeEscalation): Asked[] {
  const questions = new Map<string, Asked>();
  for (const { query, results } of escalation.searches) {
    const question = withoutPersonalDetails(query);
    const key = questionKey(question);
    if (key === '') continue;
    questions.set(key, { ...escalation, key, question, found: results > 0 || questions.get(key)?.found === true });
  }
  return [...questions.values()];
}

function insight(asked: readonly Asked[]): SearchInsight[] {
  const [last] = asked.toSorted((a, b) => Temporal.Instant.compare(b.openedAt, a.openedAt));
  if (!last) return [];
  return [
    {
      kind: 'asked-a-person',
      question: last.question,
      times: asked.length,
      foundNothing: asked.filter(({ found }) => !found).length,
      articles: countArticles(asked.map(({ article }) => ({ slug: article, times: 1 }))),
      latest: { at: last.openedAt, version: last.version, audience: last.audience },
    },
  ];
}
