import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** A question that somebody asked, and the corpus ids of the articles that answer it. */
export type Question = {
  /** Which question of the file it is, from 0. */
  place: number;
  kind: string;
  text: string;
  answers: string[];
};

const Query = z.object({ qid: z.string(), kind: z.string(), text: z.string() });

/**
 * Reads queries (JSON lines) and who answers them (`qid`, `id`, `1`, parted by tabs). Questions without answer go;
 * where nobody says who answers, all stay.
 */
export async function readQuestions(queriesPath: string, answersPath: string | undefined): Promise<Question[]> {
  const answers = new Map<string, string[]>();
  for (const line of answersPath === undefined ? [] : linesOf(await readFile(answersPath, 'utf8'))) {
    const [qid = '', id = '', isAnswer] = line.split('\t');
    if (isAnswer === '1') answers.set(qid, [...(answers.get(qid) ?? []), id]);
  }
  return linesOf(await readFile(queriesPath, 'utf8'))
    .map((line) => Query.parse(JSON.parse(line)))
    .map(({ qid, kind, text }, place) => ({ place, kind, text, answers: answers.get(qid) ?? [] }))
    .filter((question) => answersPath === undefined || question.answers.length > 0);
}

function linesOf(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== '');
}
