import { twinAddress } from '../discovery/twin-address.ts';
import { lookedUp } from '../variants/address.ts';

/** Addresses that lead to others: `redirects` for now, `former` ones for good. */
export type Leading = Readonly<Record<'redirects' | 'former', Readonly<Record<string, string>>>>;

type LeadsTo = { address: string; isForGood: boolean };

/** Where `pathname` leads, or the page whose Markdown twin it would be; undefined where it leads nowhere else. */
export function leadsTo(pathname: string, leading: Leading): LeadsTo | undefined {
  const page = led(pathname, leading);
  if (page || !pathname.endsWith(TWIN)) return page;
  const twin = led(pathname.slice(0, -TWIN.length), leading);
  return twin && { ...twin, address: twinAddress(twin.address) };
}

const TWIN = '.md';

function led(pathname: string, { redirects, former }: Leading): LeadsTo | undefined {
  const wanted = lookedUp(pathname) ?? pathname;
  const [moved, folded] = [former[wanted], redirects[wanted]];
  if (moved !== undefined) return { address: moved, isForGood: true };
  return folded === undefined ? undefined : { address: folded, isForGood: false };
}
