import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** What these hold is not read: errors of ours, selectors, classes, and ids that are compared. */
const NOT_READ = [
  'NewExpression[callee.name=/Error$/]',
  'CallExpression[callee.property.name=/^(querySelector(All)?|matches|closest)$/]',
  'AssignmentExpression[left.property.name="className"]',
  'BinaryExpression[operator=/^[!=]==$/]',
].join(', ');

/** Classes may be chosen by a condition, or handed to a component. */
const CLASSES = 'JSXAttribute[name.name=/^(class|spans)$/]';

const inStrings = (selector) => ({ selector, message: 'Text that people read stands in src/strings/en/.' });

export default defineConfig(
  { ignores: ['dist/', 'data/', '.astro/', '.bench/', 'node_modules/', 'test-results/'] },
  ...tseslint.configs.strict,
  ...astro.configs['flat/recommended'],
  {
    rules: {
      // A leading underscore says that a value is left out on purpose.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': 'off',
      'no-console': 'off',
    },
  },
  {
    files: [
      'src/{components,islands,layouts,pages,authoring}/**/*.{astro,ts,tsx}',
      'src/{search,video,offline}/browser/**/*.ts',
    ],
    // What a tag is for is told to writers where they misspell it, as all of their mistakes are: not to readers.
    ignores: ['src/authoring/tags.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        // A command is typed as it is, in whatever language.
        inStrings(':not(JSXElement[openingElement.name.name="code"]) > JSXText[value=/\\p{L}{2}/u]'),
        inStrings(
          'JSXAttribute[name.name=/^(aria-label|aria-description|alt|label|placeholder|title)$/] > Literal[value=/\\S/]',
        ),
        // Two words in a row are a sentence, but in a list of classes, in a selector and in what only we read.
        inStrings(`:not(JSXAttribute, ${NOT_READ}) > Literal[value=/\\p{L} +\\p{L}/u]:not(${CLASSES} *)`),
        inStrings(`:not(${NOT_READ}) > TemplateLiteral > TemplateElement[value.raw=/\\p{L} +\\p{L}/u]`),
      ],
    },
  },
);
