import { packet } from '../strings/en/packet.ts';

const BROWSERS: readonly [RegExp, string][] = [
  [/Firefox\/(\d+)/, 'Firefox'],
  [/Edg\/(\d+)/, 'Edge'],
  [/OPR\/(\d+)/, 'Opera'],
  [/SamsungBrowser\/(\d+)/, packet.samsungInternet],
  [/(?:Chrome|CriOS)\/(\d+)/, 'Chrome'],
  [/Version\/(\d+)[\d.]* (?:Mobile\/\S+ )?Safari/, 'Safari'],
];

const SYSTEMS: readonly [RegExp, string][] = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

/** "Firefox 145 on Windows", from what a browser says of itself; the whole of that where it is none of the usual ones. */
export function browserInWords(userAgent: string): string {
  const name = BROWSERS.flatMap(([pattern, browser]) => {
    const version = pattern.exec(userAgent)?.[1];
    return version === undefined ? [] : [`${browser} ${version}`];
  })[0];
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent))?.[1];
  if (!name) return userAgent.slice(0, 200);
  return system ? packet.browserOn({ browser: name, system }) : name;
}
