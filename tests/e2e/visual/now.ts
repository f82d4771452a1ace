/** Monday, 10:40 in London: people answer, and Friday's promises are over. It is always now where screens are taken. */
export const NOW = '2026-11-23T10:40:00Z';
