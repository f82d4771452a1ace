import type { Member } from '../../schema/member.ts';

/** Somebody who is signed in, in this browser. */
export type SignedIn = Member & { sessionId: string };

/** Who asks to be let in. `place` is a keyed hash, and absent where it says nothing about who it is. */
export type From = { headers: Headers; place?: string };

/** Values of `Set-Cookie` that go with the answer. */
export type Cookies = readonly string[];
