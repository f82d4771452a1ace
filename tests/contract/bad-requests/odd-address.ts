import * as fc from 'fast-check';
import { oddText } from './odd-text.ts';

const ENDPOINTS = ['/api/votes', '/api/escalations', '/api/searches'];
const ADDRESSES = [
  '/',
  '/talk/',
  '/voted/',
  '/api/health',
  '/api/promises',
  '/api/',
  '/api/auth/sign-in/email',
  '/articles/restore-a-file/',
  '/articles/restore-a-file/talk/',
  '/articles/restore-a-file/voted/',
  '/articles/restore-a-file/9/for-nobody/',
  `/requests/${'A'.repeat(43)}/`,
  '/requests/x/',
  '/search/',
  '/search/answer/',
  '/desk/',
  '/desk/requests/7K3F-9Q2M/',
  '/videos/captions/x.vtt',
  '/pagefind/pagefind-entry.json',
  '/sw.js',
  '/constructor/',
  '/__proto__/',
  '/..%2f..%2f..%2fetc/passwd',
  '/%00/',
  '/%ff/',
  '/%/',
  '/a\\..\\b/',
  '//evil.example/',
  '/;/?/#/',
];

/** Addresses that there are, and others, with odd questions behind some. */
export function oddAddress(): fc.Arbitrary<string> {
  const odd = fc.string({ unit: 'binary', maxLength: 40 }).map((text) => `/${encodeURIComponent(text.toWellFormed())}`);
  const question = fc
    .dictionary(
      fc.constantFrom('q', 'product', 'version', 'audience', 'type', 'step', 'helpful', 'from', '__proto__'),
      oddText(),
    )
    .map((fields) => `?${new URLSearchParams(fields)}`);
  return fc
    .tuple(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...ENDPOINTS) },
        { weight: 3, arbitrary: fc.constantFrom(...ADDRESSES) },
        { weight: 1, arbitrary: odd },
        {
          weight: 1,
          arbitrary: fc.tuple(fc.constantFrom(...ADDRESSES), odd).map(([start, end]) => start + end.slice(1)),
        },
      ),
      fc.oneof({ weight: 2, arbitrary: fc.constant('') }, { weight: 1, arbitrary: question }),
    )
    .map(([address, asked]) => address + asked);
}
