/**
 * Characters of a question that are asked: a pasted log would be thousands of words, and what is asked stands at its
 * beginning; an address that holds more is refused by many servers.
 */
export const LONGEST_QUESTION = 1000;
