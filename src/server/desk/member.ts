/** Somebody of the team who is signed in, in this browser. */
export type { SignedIn as Member } from '../sign-in/sign-in.ts';
