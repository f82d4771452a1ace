import { globSync } from 'node:fs';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { expect, test } from '../test.ts';

const RULES = new StaticConfigLoader({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Boxes of one question share a name, and so do buttons of one form.
    'form-dup-name': ['error', { shared: ['checkbox', 'radio', 'button', 'submit'] }],
    // Any character but a blank is allowed.
    'valid-id': ['error', { relaxed: true }],
    // Without a type a button submits, and says so by what it is called.
    'no-implicit-button-type': 'off',
    // The box of suggestions is no choice from a list: anything may be typed.
    'prefer-native-element': ['error', { exclude: ['listbox'] }],
  },
});

/** What is meant, by the rule, the place in which it is, and what is said of it. */
const MEANT: readonly { rule: string; at: RegExp; says?: RegExp; why: string }[] = [
  {
    rule: 'element-permitted-content',
    at: /> style$/,
    why: 'Astro puts the one line of style that its islands need right before the first of them.',
  },
  {
    rule: 'attribute-allowed-values',
    at: /> a$/,
    says: /^Attribute "href" is missing value$/,
    why: 'The way to try again leads to this page, whichever it is: an empty address.',
  },
];

test('every built page is valid HTML', () => {
  const validator = new HtmlValidate(RULES);
  const pages = globSync('dist/client/**/*.html');

  const mistakes = pages.flatMap((page) =>
    validator
      .validateFileSync(page)
      .results.flatMap(({ messages }) => messages)
      .filter(
        ({ ruleId, selector, message }) =>
          !MEANT.some(({ rule, at, says = /^/ }) => rule === ruleId && at.test(selector ?? '') && says.test(message)),
      )
      .map(({ ruleId, message, line, column }) => `${page}:${line}:${column} ${ruleId}: ${message}`),
  );

  expect(pages.length).toBeGreaterThan(100);
  expect(mistakes).toEqual([]);
});
