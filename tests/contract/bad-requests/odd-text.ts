import * as fc from 'fast-check';

/** Text that has broken programs before, or that could be anything. */
export function oddText(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc.constantFrom(
      '\0',
      '\ud800',
      '\udfff\ud800',
      '\u202e',
      'a@b.example, c@d.example',
      'x@example.com\r\nBcc: y@example.com',
      "'; drop table escalations; --",
      '<script>alert(1)</script>',
      '{{7*7}}',
      '${7*7}',
      '../../etc/passwd',
      '9'.repeat(400),
      'é'.repeat(5_000),
    ),
  );
}
