import { quoted } from '../insights/advice.ts';
import { INSIGHT_KINDS, type SearchInsight } from '../insights/search-insight.ts';
import type { AdvisedInsight, SearchReport } from './search-report.ts';

/** So many of each kind are work for a good while. */
const MOST_LISTED = 20;

const HEADINGS: Record<SearchInsight['kind'], string> = {
  'found-nothing': 'Nothing was found',
  'opened-nothing': 'Found, but mostly nothing was opened',
  'asked-again': 'Asked again in other words',
  'asked-a-person': 'Searched for, and then asked a person',
};

/** A report on searches as text for a terminal; days are those of `timeZone`. */
export function listSearches(report: SearchReport, timeZone: string): string {
  const kinds = INSIGHT_KINDS.flatMap((kind) => {
    const insights = report.insights.filter((insight) => insight.kind === kind);
    return insights.length === 0 ? [] : [listKind(HEADINGS[kind], insights, timeZone)];
  });
  const none = kinds.length === 0 ? ['Nothing there says that an article is missing.'] : [];
  return [...opening(report, timeZone), ...none, ...kinds].join('\n\n');
}

function opening({ period, keepsSearches, searches, led }: SearchReport, timeZone: string): string[] {
  const first = day(period.since, timeZone);
  const last = day(period.until.subtract({ nanoseconds: 1 }), timeZone);
  const counted =
    searches === 0
      ? 'no search was kept'
      : `${searches === 1 ? 'one search was' : `${searches} searches were`} kept, ${led} of them ended on an article`;
  const off =
    'This site keeps no searches now; those that come along with requests for a person are listed all the same. ' +
    'To keep the others too, set keepSearches: true under switches in site.yaml.';
  return [`From ${first} to ${last} ${counted}.`, ...(keepsSearches ? [] : [off])];
}

function listKind(heading: string, insights: readonly AdvisedInsight[], timeZone: string): string {
  const left = insights.length - MOST_LISTED;
  return [
    heading,
    ...insights.slice(0, MOST_LISTED).map((insight) => entry(insight, timeZone)),
    ...(left > 0 ? [`  ${left} more are listed with --csv and --json.`] : []),
  ].join('\n');
}

function entry(insight: AdvisedInsight, timeZone: string): string {
  const { question, latest, whatToDo } = insight;
  const then = insight.kind === 'asked-again' ? `, then ${quoted(insight.then)}` : '';
  const reader = [latest.version && `version ${latest.version}`, latest.audience].filter(Boolean).join(', ');
  const last = `${insight.times === 1 ? '' : 'the last '}on ${day(latest.at, timeZone)}${reader && ` for ${reader}`}`;
  return `  ${quoted(question)}${then}\n    ${howOften(insight)}, ${last}\n    ${whatToDo}`;
}

function howOften(insight: SearchInsight): string {
  const times = insight.times === 1 ? 'once' : `${insight.times} times`;
  switch (insight.kind) {
    case 'found-nothing':
    case 'opened-nothing':
      return insight.of === insight.times ? times : `${insight.times} of ${insight.of} times`;
    case 'asked-again':
      return times;
    case 'asked-a-person':
      return insight.foundNothing === 0 ? times : `${times} (nothing was found: ${insight.foundNothing})`;
  }
}

/** "21 Nov 2026" */
function day(instant: Temporal.Instant, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone });
  return format.format(instant.epochMilliseconds);
}
