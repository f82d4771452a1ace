import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oneAtATime } from '../../../../src/search/browser/one-at-a-time.ts';

test('the first letter is asked at once, and of those that follow the latest', async () => {
  const { asking, asked, answer } = slowly();

  asking.ask('p');
  asking.ask('pr');
  asking.ask('pri');
  await answer();
  await answer();

  assert.deepEqual(asked, ['p', 'pri']);
});

test('an answer that the reader has typed on from is told apart from the last one', async () => {
  const { asking, shown, answer } = slowly();

  asking.ask('p');
  asking.ask('pr');
  await answer();
  await answer();

  assert.deepEqual(shown, [
    ['p', false],
    ['pr', true],
  ]);
});

test('when nothing waits any more, the next question is asked at once again', async () => {
  const { asking, asked, answer } = slowly();

  asking.ask('p');
  await answer();
  asking.ask('q');

  assert.deepEqual(asked, ['p', 'q']);
});

test('an answer to a question that was dropped is not shown', async () => {
  const { asking, shown, answer } = slowly();

  asking.ask('p');
  asking.drop();
  await answer();

  assert.deepEqual(shown, []);
});

test('who drops is told whether there was a question', async () => {
  const { asking, answer } = slowly();

  const before = asking.drop();
  asking.ask('p');
  const underWay = asking.drop();
  const again = asking.drop();
  asking.ask('q');
  const waiting = asking.drop();
  await answer();
  const after = asking.drop();

  assert.deepEqual([before, underWay, again, waiting, after], [false, true, false, true, false]);
});

test('what is asked after dropping is answered', async () => {
  const { asking, shown, answer } = slowly();

  asking.ask('p');
  asking.drop();
  asking.ask('q');
  await answer();
  await answer();

  assert.deepEqual(shown, [['q', true]]);
});

test('a failure is told where no other question is another try', async () => {
  const { asking, failed, answer } = slowly();

  asking.ask('p');
  asking.ask('pr');
  await answer('fails');
  assert.deepEqual(failed, []);
  await answer('fails');

  assert.deepEqual(failed, ['pr']);
});

/** Answers when it is told to, one question after the other. */
function slowly() {
  const asked: string[] = [];
  const shown: [string, boolean][] = [];
  const failed: string[] = [];
  let settle: { resolve: () => void; reject: (error: Error) => void } | undefined;
  const asking = oneAtATime<string, string>(
    (question) => {
      asked.push(question);
      return new Promise((resolve, reject) => (settle = { resolve: () => resolve(question), reject }));
    },
    {
      onAnswer: (answer, _question, isLast) => shown.push([answer, isLast]),
      onFailure: (question) => failed.push(question),
    },
  );
  const answer = async (how?: 'fails') => {
    if (how) settle?.reject(new Error('no index'));
    else settle?.resolve();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { asking, asked, shown, failed, answer };
}
