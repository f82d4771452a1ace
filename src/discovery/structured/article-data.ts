import { videosIn } from '../../articles/bind-videos.ts';
import type { Tree } from '../../articles/tree.ts';
import type { Edition } from '../../schema/article.ts';
import type { Product, Topic } from '../../schema/catalogue.ts';
import type { Site } from '../../schema/site.ts';
import type { StructuredNode } from '../../schema/structured-data.ts';
import { breadcrumbs } from './breadcrumbs.ts';
import { publisher } from './company.ts';
import { faqPage } from './faq-page.ts';
import { howTo } from './how-to.ts';
import { videoObject } from './video-object.ts';

type ArticlePageFacts = {
  site: Pick<Site, 'name' | 'title' | 'language'> & { support: Pick<Site['support'], 'timeZone'> };
  siteUrl: string;
  edition: Edition;
  product: Product;
  topic: Topic | undefined;
  address: string;
  /** The body for the readers of this page, with anchors. */
  tree: Tree;
  changedAt: string;
  /** Address of the picture for previews. */
  picture: string;
};

/** What the page of an article says of itself: made from what its readers see, and from nothing that is hidden. */
export function articleData({
  site,
  siteUrl,
  edition: { frontmatter },
  product,
  topic,
  address,
  tree,
  changedAt,
  picture,
}: ArticlePageFacts): StructuredNode[] {
  const { title, summary, type } = frontmatter;
  const url = siteUrl + address;
  const company = publisher(site, siteUrl);
  const steps = type === 'how-to' ? howTo(title, tree, url) : undefined;
  const questions = faqPage(tree, url);
  const { timeZone } = site.support;
  const videos = videosIn(tree).flatMap(
    (video) => videoObject(video, { url, summary, picture: siteUrl + picture, siteUrl, timeZone }) ?? [],
  );
  return [
    {
      '@type': type === 'incident' ? 'Article' : 'TechArticle',
      headline: title,
      description: summary,
      url,
      image: siteUrl + picture,
      inLanguage: site.language,
      dateModified: changedAt,
      author: company,
      publisher: company,
    },
    breadcrumbs(
      [
        { name: site.title, address: '/' },
        { name: product.title, address: `/products/${product.id}/` },
        ...(topic ? [{ name: topic.title, address: `/topics/${topic.id}/` }] : []),
        { name: title, address },
      ],
      siteUrl,
    ),
    ...(steps ? [steps] : []),
    ...(questions ? [questions] : []),
    ...videos,
  ];
}
