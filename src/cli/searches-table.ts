import { csv } from './csv.ts';
import type { AdvisedInsight, SearchReport } from './search-report.ts';

const COLUMNS = ['kind', 'question', 'then', 'times', 'of', 'articles', 'last', 'version', 'audience', 'what to do'];

/** A report on searches as CSV for a spreadsheet, one line for each insight; instants are in UTC. */
export function searchesTable({ insights }: SearchReport): string {
  return csv([COLUMNS, ...insights.map(row)]);
}

function row(insight: AdvisedInsight): (string | number)[] {
  const { kind, question, times, articles, latest, whatToDo } = insight;
  return [
    kind,
    question,
    insight.kind === 'asked-again' ? insight.then : '',
    times,
    'of' in insight ? insight.of : '',
    articles.map(({ slug, times: count }) => `${slug} (${count})`).join(', '),
    latest.at.toString({ smallestUnit: 'second' }),
    latest.version ?? '',
    latest.audience ?? '',
    whatToDo,
  ];
}
