import type { z } from 'zod';
import type { Site } from '../../schema/site.ts';
import type { Organization, WebSite } from '../../schema/structured-data.ts';

type Named = Pick<z.infer<typeof Organization>, '@type' | '@id' | 'name' | 'url'>;

/** The company, as every article names it. */
export function publisher({ name }: Pick<Site, 'name'>, siteUrl: string): Named {
  return { '@type': 'Organization', '@id': `${siteUrl}/#company`, name, url: `${siteUrl}/` };
}

/** The company and its help centre, with how to reach a person and how to search: for the home page. */
export function companyAndSite(
  site: Pick<Site, 'name' | 'title' | 'language' | 'contact'>,
  { siteUrl, logo, search }: { siteUrl: string; logo: string; search: string },
): [z.infer<typeof Organization>, z.infer<typeof WebSite>] {
  const company = publisher(site, siteUrl);
  const { phone: telephone, email } = site.contact;
  return [
    {
      ...company,
      logo: new URL(logo, `${siteUrl}/`).href,
      contactPoint: { '@type': 'ContactPoint', contactType: 'customer support', telephone, email },
    },
    {
      '@type': 'WebSite',
      name: site.title,
      url: `${siteUrl}/`,
      inLanguage: site.language,
      publisher: { '@id': company['@id'] },
      potentialAction: {
        '@type': 'SearchAction',
        target: {
          '@type': 'EntryPoint',
          urlTemplate: `${new URL(search, `${siteUrl}/`).href}?q={search_term_string}`,
        },
        'query-input': 'required name=search_term_string',
      },
    },
  ];
}
