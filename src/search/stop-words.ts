/**
 * English words that stand in nearly every question and in nearly every article. They say nothing about which article
 * is meant, and each would cost a piece of the index to download. Words that can turn the meaning of a problem
 * ("not", "no", "off", "without", "before") are kept out of this list.
 */
const ENGLISH: ReadonlySet<string> = new Set(
  `a about above after again all also am an and any are aren't as at be because been being both but by
  can can't cannot could couldn't did didn't do does doesn't doing don't down each else even ever every few for from
  get gets getting go goes going got had hadn't has hasn't have haven't having he hello help her here hey hi him his how
  i i'd i'll i'm i've if in into is isn't it it's its itself just know let like may maybe me might mine more most much
  must my myself need of on once one only or other our out over own please same say says she should so some such
  than thank thanks that that's the their them then there these they thing things this those though through to too trying
  under until up us use using very via want wants was wasn't way we well were weren't what what's when where whether
  which while who why will with won't would wouldn't you your yours yourself
  arent cant couldnt didnt doesnt dont hasnt havent im isnt ive thats wasnt werent whats wont wouldnt`
    .split(/\s+/)
    .filter(Boolean),
);

/** Languages whose stop words are known; in others every word is searched for. */
const STOP_WORDS: Readonly<Record<string, ReadonlySet<string>>> = { en: ENGLISH };
const NONE: ReadonlySet<string> = new Set();

/** Words of `language` (BCP 47) that tell nothing about what is asked. */
export function stopWordsOf(language: string): ReadonlySet<string> {
  return STOP_WORDS[language.split('-')[0]?.toLowerCase() ?? ''] ?? NONE;
}
