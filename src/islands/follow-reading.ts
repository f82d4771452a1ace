import { noteChoice, noteSteps, noteVisited, readVisit } from './visit.ts';

/** Remembers in this tab which steps of the article were ticked and which answers were chosen, and shows them again. */
export function followReading(article: HTMLElement, slug: string): void {
  noteVisited(slug);
  followSteps([...article.querySelectorAll<HTMLInputElement>('.tick input')], slug);
  for (const choice of article.querySelectorAll<HTMLElement>('[data-choice]')) followChoice(choice, slug);
}

function followSteps(boxes: readonly HTMLInputElement[], slug: string): void {
  if (boxes.length === 0) return;
  const ticked = new Set(
    readVisit()
      .steps[slug]?.filter(({ done }) => done)
      .map(({ text }) => text),
  );
  for (const box of boxes) {
    box.checked = ticked.has(box.value);
    box.addEventListener('change', () =>
      noteSteps(
        slug,
        boxes.map(({ value, checked }) => ({ text: value, done: checked })),
      ),
    );
  }
}

function followChoice(choice: HTMLElement, slug: string): void {
  for (const option of choice.querySelectorAll<HTMLDetailsElement>(':scope > details')) {
    option.addEventListener('toggle', () => {
      if (option.open)
        noteChoice(slug, { question: choice.dataset['choice'] ?? '', answer: option.dataset['answer'] ?? '' });
    });
  }
}
