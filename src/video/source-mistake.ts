import { findEmbed } from './providers.ts';

const FORMS =
  'Write a file of this site (/videos/name.webm or .mp4, below public/), or a YouTube, Vimeo or PeerTube address.';

/** What keeps readers from watching `source`, or undefined where everybody can. */
export function sourceMistake(source: string): { problem: string; fix: string } | undefined {
  if (source.startsWith('/') && !source.startsWith('//')) return findEmbed(source) ? undefined : notAVideo(source);
  if (!/^https?:\/\//i.test(source)) {
    return {
      problem: `"${source}" is no address.`,
      fix: /^[\w.-]+\.[a-z]{2,}\//i.test(source) ? `Write https://${source}, in quotes.` : FORMS,
    };
  }
  if (!URL.canParse(source)) return { problem: `"${source}" cannot be read as an address.`, fix: FORMS };
  const url = new URL(source);
  if (url.username !== '' || url.password !== '') {
    return {
      problem: 'This address holds a name or password, which every reader would see.',
      fix: 'Write the address that is given to everybody.',
    };
  }
  if (isPrivate(url)) {
    return {
      problem: `"${url.hostname}" is not an address that readers outside of your network can reach.`,
      fix: 'Write the public address, or put the file into public/videos.',
    };
  }
  if (findEmbed(source)) return undefined;
  if (/\.(?:webm|mp4|m4v|ogv|mov)$/i.test(url.pathname)) {
    return {
      problem: `"${source}" is a file on another site.`,
      fix: `Put the file into public/videos and write /videos/${url.pathname.split('/').at(-1)}.`,
    };
  }
  return { problem: `No provider knows "${source}" as a video.`, fix: fixFor(url) };
}

function notAVideo(source: string): { problem: string; fix: string } {
  return { problem: `"${source}" is not a video file that browsers play.`, fix: FORMS };
}

function fixFor({ hostname, pathname }: URL): string {
  if (/(^|\.)(?:youtube\.com|youtu\.be|youtube-nocookie\.com)$/.test(hostname)) {
    const found = pathname.startsWith('/playlist') ? 'a playlist' : 'no single video';
    return `This is ${found}. Open the video on YouTube, choose Share, and copy the address: https://youtu.be/….`;
  }
  if (/(^|\.)vimeo\.com$/.test(hostname)) {
    return 'Open the video on Vimeo, choose Share, and copy the address: https://vimeo.com/ and a number.';
  }
  return FORMS;
}

/** Names without a dot, names that are only known inside, and the address ranges of RFC 1918, 3927, 4193 and 4291. */
function isPrivate({ hostname }: URL): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (host.includes(':')) return /^(?:::1?$|f[cd]|fe[89ab]|::ffff:)/i.test(host);
  if (/^\d+(?:\.\d+){3}$/.test(host)) {
    return /^(?:0|10|127|169\.254|172\.(?:1[6-9]|2\d|3[01])|192\.168|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./.test(
      host,
    );
  }
  return !host.includes('.') || /\.(?:local|localhost|internal|intranet|lan|home\.arpa|test)$/.test(host);
}
