import { docusaurus } from './docusaurus.ts';
import type { Rival } from './rival.ts';
import { starlight } from './starlight.ts';

/** As they come first; then without what Handrail does not do either, which is the harder comparison. */
export const RIVALS: readonly Rival[] = [
  starlight({ name: 'Starlight', note: 'MDX, its sidebar of all articles', ending: 'mdx', hasSidebar: true }),
  starlight({ name: 'Starlight, lean', note: 'MDX, no sidebar', ending: 'mdx', hasSidebar: false }),
  starlight({ name: 'Starlight, leanest', note: 'Markdown without tags, no sidebar', ending: 'md', hasSidebar: false }),
  docusaurus({ name: 'Docusaurus', note: 'MDX, its sidebar of all articles, no search', hasSidebar: true }),
  docusaurus({ name: 'Docusaurus, lean', note: 'MDX, no sidebar, no search', hasSidebar: false }),
];
