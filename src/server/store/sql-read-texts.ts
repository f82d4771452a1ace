import type { Kysely } from 'kysely';
import { ReadText } from '../../schema/read-text.ts';
import type { ReadTexts } from '../read-texts.ts';
import { toText } from './rows.ts';
import type { Tables } from './tables.ts';

/** The part of the store that holds what readers had before them. */
export function sqlReadTexts(db: Kysely<Tables>): ReadTexts {
  return {
    keepReadText: async (text, now) => {
      await db
        .insertInto('read_texts')
        .values({ hash: text.hash, text: JSON.stringify(text), kept_at: toText(now) })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    readText: async (hash) => {
      const row = await db.selectFrom('read_texts').select('text').where('hash', '=', hash).executeTakeFirst();
      return row && ReadText.parse(JSON.parse(row.text));
    },
  };
}
