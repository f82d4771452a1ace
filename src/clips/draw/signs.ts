export type Sign = keyof typeof SHAPES;

const SHAPES = {
  mark: '<path fill="currentColor" stroke="none" d="M12 1.5 14.4 9.6 22.5 12 14.4 14.4 12 22.5 9.6 14.4 1.5 12 9.6 9.6Z"/>',
  file: '<path d="M6 2.5h8l4.5 4.5v14.5H6Z"/><path d="M14 2.5V7h4.5M9 12h6M9 16h6"/>',
  folder: '<path d="M2.5 5.5h7l2 2.5h10v11.5h-19Z"/>',
  computer: '<path d="M3 4.5h18v11.5H3ZM12 16v4M8 20h8"/>',
  tick: '<path stroke-width="2.4" d="m4 12.5 5.5 5.5L20 6.5"/>',
  cross: '<path stroke-width="2.4" d="M5.5 5.5l13 13M18.5 5.5l-13 13"/>',
  clock: '<circle cx="12" cy="12" r="9"/><path d="M12 6.5V12l4 2.5"/>',
  dots: '<g fill="currentColor" stroke="none"><circle cx="5" cy="12" r="2"/><circle cx="12" cy="12" r="2"/><circle cx="19" cy="12" r="2"/></g>',
  sync: '<path d="M4.5 11a7.8 7.8 0 0 1 14-3.5M19.5 13a7.8 7.8 0 0 1-14 3.5"/><path d="M19 3v5h-5M5 21v-5h5"/>',
  gear: '<circle cx="12" cy="12" r="3.2"/><path d="M12 2.5v4M12 17.5v4M2.5 12h4M17.5 12h4M5.3 5.3l2.8 2.8M15.9 15.9l2.8 2.8M18.7 5.3l-2.8 2.8M8.1 15.9l-2.8 2.8"/>',
  globe: '<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c-5.5 5.5-5.5 12.5 0 18M12 3c5.5 5.5 5.5 12.5 0 18"/>',
  prompt: '<path d="M3 4.5h18v15H3Z"/><path d="m6.5 9 3 3-3 3M12 15.5h5"/>',
  arrive: '<path d="M13 3.5h7.5v17H13M3 12h11M10 7.5l4.5 4.5-4.5 4.5"/>',
  app: '<path d="M4 4h16v16H4Z"/>',
  network: '<path d="M2.5 9.5a13.5 13.5 0 0 1 19 0M6 13.5a8.5 8.5 0 0 1 12 0M9.3 17.2a3.8 3.8 0 0 1 5.4 0"/>',
  speaker: '<path d="M3.5 9v6h4l5.5 4.5v-15L7.5 9ZM16.5 9a4.5 4.5 0 0 1 0 6M19 6.5a8 8 0 0 1 0 11"/>',
} as const;

const APPS: Readonly<Record<string, Sign>> = {
  Folders: 'folder',
  Sync: 'sync',
  Settings: 'gear',
  Browser: 'globe',
  Terminal: 'prompt',
  'Move in': 'arrive',
};

/** A line drawing in the colour of the text around it. */
export function drawSign(sign: Sign): string {
  return `<svg class="sign" viewBox="0 0 24 24">${SHAPES[sign]}</svg>`;
}

/** The sign of an app of the demonstration; a plain square for one that has none. */
export function signOfApp(app: string): Sign {
  return APPS[app] ?? 'app';
}
