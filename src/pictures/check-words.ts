import { posix } from 'node:path';
import { DECORATION, type WrittenPicture } from './pictures-in.ts';

type Found = { problem: string; fix: string };

/** Whether a picture says what it shows to those who do not see it (WCAG 1.1.1), or outright that there is nothing. */
export function checkWords({ address, words, caption, isAlone }: WrittenPicture): Found[] {
  const isDecoration = address.startsWith(DECORATION);
  const bare = isDecoration ? address.slice(DECORATION.length) : address;
  const found: Found[] = [];
  if (isDecoration && words !== '') {
    found.push({
      problem: 'This picture is called decoration, and has words.',
      fix: `Take out one of the two: ![](${address}) is passed over when the page is read out, ![${words}](${bare}) is read.`,
    });
  }
  if (!isDecoration && words === '') {
    found.push({
      problem: 'This picture has no words for those who do not see it.',
      fix: `Write what it shows: ![The button History](${bare}). If it shows nothing that matters: ![](${DECORATION}${bare}).`,
    });
  }
  if (words !== '' && isNameOf(words, bare)) {
    found.push({
      problem: `"${words}" is the name of a file, not what the picture shows.`,
      fix: 'Write what somebody who does not see it has to know.',
    });
  }
  if (caption !== undefined && !isAlone) {
    found.push({
      problem: 'A picture within a line of text has no room for a caption.',
      fix: `Take out "${caption}", or put the picture on a line of its own, with an empty line on either side.`,
    });
  }
  return found;
}

/** `IMG_2041`, `screen.png`: what a camera or a folder calls it. */
function isNameOf(words: string, address: string): boolean {
  const name = posix.basename(address).toLowerCase();
  const said = words.toLowerCase();
  return said === name || /^(img|dsc|image|screenshot|screen shot)[-_ ]?[\d._-]*(\.\w+)?$/.test(said);
}
