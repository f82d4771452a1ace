import type { ErrorPayload, ViteDevServer } from 'vite';
import { escapeXml } from '../discovery/xml.ts';
import { ASKED } from './reload-late-pages.ts';

/**
 * What content loaders say on the watcher of `astro dev` after each new reading: the mistakes, or nothing where it is
 * sound. The watcher, because Astro loads content.config.ts apart from integrations, and gives it nothing else of theirs.
 */
export const CONTENT_READ = 'handrail:content-read';

/** The script of pages in dev that lets a writer read on beneath the mistakes, which may be somebody else's. */
export const CLOSE_WITH_ESCAPE = `
  addEventListener('keydown', ({ key }) => key === 'Escape' && document.querySelector('vite-error-overlay')?.close());
`;

type DevServer = {
  watcher: { on: (event: string, heard: (mistakes?: string) => void) => unknown };
  ws: Pick<ViteDevServer['ws'], 'on' | 'send' | 'clients'>;
};

/**
 * Shows mistakes in content over the pages of `astro dev`, which are the last sound ones, to those that are open and to
 * those that are opened while the mistakes stand. Once the content is sound again, the pages are loaded anew.
 */
export function showMistakes({ watcher, ws }: DevServer): void {
  let standing: ErrorPayload | undefined;
  watcher.on(CONTENT_READ, (mistakes) => {
    const stood = standing !== undefined;
    standing = mistakes === undefined ? undefined : overlay(mistakes);
    // To each page, because Astro takes what is sent to all of them for Markdown.
    if (standing) for (const page of ws.clients) page.send(standing);
    // Astro reloads pages where the content changed; what was only taken back changes nothing.
    else if (stood) ws.send({ type: 'full-reload' });
  });
  ws.on(ASKED, (_asked, page) => {
    if (standing) page.send(standing);
  });
}

/** Astro's overlay takes the message for HTML, and keeps its lines. */
function overlay(mistakes: string): ErrorPayload {
  return { type: 'error', err: { title: 'Esc shows the last sound page', message: escapeXml(mistakes), stack: '' } };
}
