/** A web address that anybody can open, or undefined: no other scheme, no credentials. */
export function webAddress(source: string): URL | undefined {
  if (!/^https?:\/\/[^/]/i.test(source) || !URL.canParse(source)) return undefined;
  const url = new URL(source);
  return url.username === '' && url.password === '' && url.port === '' ? url : undefined;
}

/** The host without "www." and "m.", so that look-alikes such as youtube.com.evil.example stay what they are. */
export function bareHost({ hostname }: URL): string {
  return hostname.replace(/^(?:www|m)\./, '').replace(/\.$/, '');
}

/** "83", "83s", "1m23s", "1h2m3s" and "1:23" as seconds; 0 where there is none or it cannot be read. */
export function secondsIn(time: string | null): number {
  const [, clockHours, clockMinutes, clockSeconds] = /^(?:(\d+):)?(\d+):(\d+)$/.exec(time ?? '') ?? [];
  if (clockSeconds !== undefined)
    return Number(clockHours ?? 0) * 3600 + Number(clockMinutes) * 60 + Number(clockSeconds);
  const [all, hours, minutes, seconds] = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)(?:\.\d+)?s?)?$/.exec(time ?? '') ?? [];
  return all === undefined ? 0 : Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
}
