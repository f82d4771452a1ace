import { Mistakes } from '../errors/user-error.ts';

/** Thrown where the words behind a command say nothing that can be done: that ends it with status 2, not with 1. */
export class WrongWords extends Mistakes {}
