import { Mistakes } from '../errors/user-error.ts';

/**
 * Thrown where the words behind a command are wrong by themselves: that ends it with status 2. What is wrong only beside
 * what is there, such as an unknown article, ends it with 1.
 */
export class WrongWords extends Mistakes {}
