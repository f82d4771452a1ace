export const escalation = {
  article: 'computer-will-not-start',
  version: '12',
  audience: 'home',
  channel: 'email',
  name: 'A reader',
  email: 'reader@example.com',
  message: 'It beeps twice and stays dark.',
  packet: {
    searches: [{ query: 'two beeps', results: 4 }],
    visited: ['screen-stays-dark'],
    steps: [{ text: 'Hold the button for ten seconds.', done: true }],
    choices: [{ question: 'Is there a light?', answer: 'Yes, amber' }],
    browser: 'Firefox 145 on Windows',
  },
};

export const vote = {
  article: 'computer-will-not-start',
  version: '12',
  audience: 'home',
  helpful: false,
  reasons: ['steps-did-not-work'],
  comment: 'The light blinks three times, not two.',
  reader: '5f0c7c1e-0f5c-4b39-a3a1-5d2a2a2f8a11',
  contentHash: '0123456789abcdef',
};

/** The fields of a form, in order. */
export function fieldsOf(fields: Record<string, string>): [string, string][] {
  return Object.entries(fields);
}

/** The token in the address of a status page; '' where there is none. */
export function tokenIn(address: string): string {
  return /\/requests\/([^/]+)\//.exec(address)?.[1] ?? '';
}
