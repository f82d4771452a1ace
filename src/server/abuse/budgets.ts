/** How much one connection may send within a window before something is asked of it, and before nothing is taken. */
export type Budget = { windowSeconds: number; most: number };

export type Budgeted = 'escalations' | 'votes' | 'searches' | 'messages';

/** Generous, because a whole company or a whole town may share one address: `most` of each connection and window. */
export const BUDGETS: Readonly<Record<Budgeted, Budget>> = {
  escalations: { windowSeconds: 600, most: 30 },
  votes: { windowSeconds: 600, most: 120 },
  searches: { windowSeconds: 600, most: 300 },
  messages: { windowSeconds: 600, most: 30 },
};

/** So many escalations of one connection are taken as they are; after that a browser has to work for each. */
export const FREE_ESCALATIONS = 5;

/** All escalations of the whole site; past `most` something is wrong, or somebody is at work. */
export const SITE_BUDGET: Budget = { windowSeconds: 60, most: 60 };
