import type { z } from 'zod';
import type { BreadcrumbList } from '../../schema/structured-data.ts';

/** The way from the home page to this one, which stands last; its address is known already. */
export function breadcrumbs(
  way: readonly { name: string; address: string }[],
  siteUrl: string,
): z.infer<typeof BreadcrumbList> {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: way.map(({ name, address }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      ...(index < way.length - 1 && { item: siteUrl + address }),
    })),
  };
}
