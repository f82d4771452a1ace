/** Slugs of the ten articles that answer best; `unfinished` while the reader is still typing. */
export type Ask = (question: string, unfinished: boolean) => Promise<string[]>;

declare global {
  interface Window {
    /** What each page of this bench offers once its code has been loaded. */
    ask: Ask;
    /** Fetches what any question needs, as the focus of the field does. */
    prepare?: () => void;
    longTasks: number[];
  }
}
