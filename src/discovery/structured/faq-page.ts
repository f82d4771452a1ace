import type { z } from 'zod';
import { sectionsOf, type Section } from '../../articles/outline.ts';
import type { Tree } from '../../articles/tree.ts';
import type { FaqPage } from '../../schema/structured-data.ts';

/** As Latin, Chinese, Arabic and Greek end a question. */
const QUESTION = /[?\uFF1F\u061F\u037E]$/;

/**
 * Questions and answers, where a page is nothing else: two headings of the first level or more, and every one of them a
 * question. A `<Choice>` is none: it asks the reader, and its answers are ways to go on.
 */
export function faqPage(tree: Tree, pageUrl: string): z.infer<typeof FaqPage> | undefined {
  const answers: { heading: NonNullable<Section['heading']>; parts: string[] }[] = [];
  for (const { heading, text } of sectionsOf(tree)) {
    if (heading?.depth === 2) answers.push({ heading, parts: [text] });
    else answers.at(-1)?.parts.push(heading?.text ?? '', text);
  }
  const questions = answers.map(({ heading, parts }) => ({
    '@type': 'Question' as const,
    name: heading.text,
    acceptedAnswer: {
      '@type': 'Answer' as const,
      text: parts.filter(Boolean).join('\n'),
      url: `${pageUrl}#${heading.id}`,
    },
  }));
  const isFaq = questions.every(({ name, acceptedAnswer }) => QUESTION.test(name) && acceptedAnswer.text !== '');
  return questions.length >= 2 && isFaq ? { '@type': 'FAQPage', mainEntity: questions } : undefined;
}
