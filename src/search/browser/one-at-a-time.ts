/**
 * Asks one question at a time. While an answer is under way only the latest of the questions that follow is kept, and
 * it is asked as soon as that answer is there: nobody waits for a pause in the typing, and nothing queues up.
 */
export function oneAtATime<Question, Answer>(
  answerOf: (question: Question) => Promise<Answer>,
  {
    onAnswer,
    onFailure,
  }: {
    /** `isLast` where no other question waits; the reader has typed on otherwise. */
    onAnswer: (answer: Answer, question: Question, isLast: boolean) => void;
    /** Told of the last question alone: another that waits is another try. */
    onFailure: (question: Question) => void;
  },
): { ask: (question: Question) => void; drop: () => boolean } {
  let waiting: { question: Question } | undefined;
  let isBusy = false;
  let isDropped = false;

  const work = async () => {
    isBusy = true;
    for (let next = waiting; next; next = waiting) {
      waiting = undefined;
      isDropped = false;
      const outcome = await answerOf(next.question).then(
        (answer) => ({ answer }),
        () => undefined,
      );
      if (isDropped) continue;
      if (outcome) onAnswer(outcome.answer, next.question, waiting === undefined);
      else if (waiting === undefined) onFailure(next.question);
    }
    isBusy = false;
  };

  return {
    ask(question) {
      waiting = { question };
      if (!isBusy) void work();
    },
    /** Whatever is under way or waits is no longer wanted; whether there was anything. */
    drop() {
      const wasWanted = isBusy && (!isDropped || waiting !== undefined);
      waiting = undefined;
      isDropped = true;
      return wasWanted;
    },
  };
}
