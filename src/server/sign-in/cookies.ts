const ONE_YEAR_SECONDS = 31_536_000;

/** The cookie that marks a browser as known: its name, and what sets it. */
export function deviceCookie(serverUrl: string, mark = ''): { name: string; toSet: string } {
  const isSecure = serverUrl.startsWith('https:');
  const name = `${isSecure ? '__Host-' : ''}handrail.device`;
  const secure = isSecure ? '; Secure' : '';
  return { name, toSet: `${name}=${mark}; Max-Age=${ONE_YEAR_SECONDS}; Path=/; HttpOnly; SameSite=Lax${secure}` };
}

/** The value of a cookie among the headers. */
export function cookieIn(headers: Headers, name: string): string | undefined {
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
