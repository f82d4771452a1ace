import { CHANNELS } from '../../schema/escalation.ts';
import { INBOX_VIEWS, type InboxView } from './inbox.ts';

/** What an address of the inbox asks for. What it names that does not exist is left out. */
export type InboxAsked = {
  view: InboxView;
  text?: string;
  channel?: (typeof CHANNELS)[number];
  product?: string;
  version?: string;
  audience?: string;
  who?: 'mine' | 'nobody';
  from?: string;
};

const MAX_LENGTH = 200;

export function inboxAsked(question: URLSearchParams): InboxAsked {
  const typed = (name: string) => question.get(name)?.trim().replaceAll('\0', '').slice(0, MAX_LENGTH) || undefined;
  const view = INBOX_VIEWS.find((known) => known === typed('view')) ?? 'waiting';
  const channel = CHANNELS.find((known) => known === typed('channel'));
  const who = (['mine', 'nobody'] as const).find((known) => known === typed('who'));
  const rest = Object.fromEntries(
    (['product', 'version', 'audience', 'from'] as const).flatMap((name) => (typed(name) ? [[name, typed(name)]] : [])),
  );
  const text = typed('q');
  return { view, ...(text && { text }), ...(channel && { channel }), ...(who && { who }), ...rest };
}
