import { noteChoice, noteSteps, noteVisited, readVisit } from './visit.ts';

/** Remembers in this tab which steps of the article were ticked and which answers chosen; ticks are shown again. */
export function followReading(article: HTMLElement, slug: string): void {
  noteVisited(slug, article.querySelector('h1')?.textContent.trim());
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
    box.checked = ticked.has(textOf(box));
    box.addEventListener('change', () =>
      noteSteps(
        slug,
        boxes.map((each) => ({ text: textOf(each), done: each.checked })),
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

const MAX_STEP_TEXT = 160;

/** What the step of a tick box says, as the server puts it. */
function textOf(box: HTMLInputElement): string {
  const text = (box.closest('li')?.querySelector('.step')?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
  return text.length > MAX_STEP_TEXT ? `${text.slice(0, MAX_STEP_TEXT - 1)}…` : text;
}
