import { z } from 'zod';

// What https://schema.org names, in the shapes that Google's pages ask for:
// https://developers.google.com/search/docs/appearance/structured-data/search-gallery
const Address = z.url({ protocol: /^https?$/ });
const Language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/);
const Text = z.string().trim().min(1);
const Moment = z.iso.datetime().or(z.iso.date());

const Reference = z.strictObject({ '@id': Address.describe('What the same graph, or the home page, says more of.') });

export const Organization = z.strictObject({
  '@type': z.literal('Organization'),
  '@id': Address.describe('One for all pages, so that they are known to be of one company.'),
  name: Text.describe('Name of the company.'),
  url: Address.describe('The home page of the help centre.'),
  logo: Address.optional().describe('Its sign.'),
  contactPoint: z
    .strictObject({
      '@type': z.literal('ContactPoint'),
      contactType: z.literal('customer support').describe('A word of Google’s list, in English.'),
      telephone: Text.describe('With the country code.'),
      email: z.email().describe('Where a reader can always write.'),
    })
    .optional()
    .describe('The ways to a person.'),
});

/** The company as articles name it; the home page says more. */
const Publisher = Organization.pick({ '@type': true, '@id': true, name: true, url: true });

export const WebSite = z.strictObject({
  '@type': z.literal('WebSite'),
  name: Text.describe('Name of the help centre.'),
  url: Address.describe('Its home page.'),
  inLanguage: Language.describe('BCP 47.'),
  publisher: Reference.describe('The company.'),
  potentialAction: z
    .strictObject({
      '@type': z.literal('SearchAction'),
      target: z.strictObject({
        '@type': z.literal('EntryPoint'),
        urlTemplate: z
          .string()
          .regex(/^https?:\/\/.*\{search_term_string\}/)
          .describe('The search, with a place for the question.'),
      }),
      'query-input': z.literal('required name=search_term_string').describe('Names the place above.'),
    })
    .describe('How to search it.'),
});

/** https://developers.google.com/search/docs/appearance/structured-data/breadcrumb */
export const BreadcrumbList = z.strictObject({
  '@type': z.literal('BreadcrumbList'),
  itemListElement: z
    .array(
      z.strictObject({
        '@type': z.literal('ListItem'),
        position: z.int().positive().describe('Counted from 1.'),
        name: Text.describe('As the page is called.'),
        item: Address.optional().describe('Its address; the last one is the page itself and needs none.'),
      }),
    )
    .min(2)
    .refine((steps) => steps.every(({ position }, index) => position === index + 1), 'Positions count 1, 2, 3 …')
    .refine((steps) => steps.slice(0, -1).every(({ item }) => item !== undefined), 'Only the last may lack an address.')
    .describe('From the home page to this one.'),
});

/** https://developers.google.com/search/docs/appearance/structured-data/article */
export const Article = z.strictObject({
  '@type': z.enum(['TechArticle', 'Article']).describe('Article: an incident, which tells what happened.'),
  headline: Text.max(120).describe('The title.'),
  description: Text.describe('The summary.'),
  url: Address.describe('The page.'),
  image: Address.describe('Its picture for previews.'),
  inLanguage: Language.describe('BCP 47.'),
  dateModified: Moment.describe('As in the sitemap.'),
  author: Publisher.describe('The company: articles are signed by no person.'),
  publisher: Publisher.describe('The company.'),
});

const HowToStep = z.strictObject({
  '@type': z.literal('HowToStep'),
  text: Text.describe('The whole step, as it is read.'),
  url: Address.regex(/#./, 'It leads to the step.').describe('The step on the page.'),
});

/** https://schema.org/HowTo */
export const HowTo = z.strictObject({
  '@type': z.literal('HowTo'),
  name: Text.describe('The title.'),
  step: z
    .array(HowToStep)
    .min(2)
    .or(
      z
        .array(
          z.strictObject({
            '@type': z.literal('HowToSection'),
            name: Text.describe('The heading above.'),
            itemListElement: z.array(HowToStep).min(1).describe('Steps of this list.'),
          }),
        )
        .min(2),
    )
    .describe('The steps for the readers of this page; in sections where there are several lists.'),
});

/** https://developers.google.com/search/docs/appearance/structured-data/faqpage */
export const FaqPage = z.strictObject({
  '@type': z.literal('FAQPage'),
  mainEntity: z
    .array(
      z.strictObject({
        '@type': z.literal('Question'),
        name: Text.describe('The heading, a question.'),
        acceptedAnswer: z.strictObject({
          '@type': z.literal('Answer'),
          text: Text.describe('All that stands below it.'),
          url: Address.describe('The heading on the page.'),
        }),
      }),
    )
    .min(2)
    .describe('All questions of the page.'),
});

/** https://developers.google.com/search/docs/appearance/structured-data/video */
export const VideoObject = z
  .strictObject({
    '@type': z.literal('VideoObject'),
    name: Text.describe('The title of the video.'),
    description: Text.describe('The summary of the article that shows it.'),
    thumbnailUrl: Address.describe('Its poster; without one, the picture of the page.'),
    uploadDate: z.iso.datetime({ offset: true }).describe('The day of the recording, where support is.'),
    duration: z.iso.duration().describe('To the end of its captions.'),
    inLanguage: Language.describe('Of what is said.'),
    contentUrl: Address.optional().describe('The file.'),
    embedUrl: Address.optional().describe('The player, where another service keeps it.'),
    caption: z
      .strictObject({
        '@type': z.literal('MediaObject'),
        contentUrl: Address.describe('The captions file.'),
        encodingFormat: z.literal('text/vtt'),
        inLanguage: Language.describe('BCP 47.'),
      })
      .describe('What is said and shown, with times.'),
    transcript: Text.optional().describe('The same as text.'),
    hasPart: z
      .array(
        z.strictObject({
          '@type': z.literal('Clip'),
          name: Text.describe('The chapter.'),
          startOffset: z.number().nonnegative().describe('In seconds.'),
          endOffset: z.number().positive().describe('In seconds.'),
          url: Address.regex(/\?/, 'It names the time in its query.').describe(
            'The page, at this moment of the video.',
          ),
        }),
      )
      .min(2)
      .refine((clips) => clips.every(({ startOffset, endOffset }) => startOffset < endOffset), 'A clip has a length.')
      .optional()
      .describe('Key moments: the chapters.'),
  })
  .refine(
    ({ contentUrl, embedUrl }) => contentUrl !== undefined || embedUrl !== undefined,
    'Name the file or the player.',
  );

const Node = z.union([Organization, WebSite, BreadcrumbList, Article, HowTo, FaqPage, VideoObject]);
export type StructuredNode = z.infer<typeof Node>;

/** The data block of a page. */
export const StructuredData = z.strictObject({
  '@context': z.literal('https://schema.org'),
  '@graph': z.array(Node).min(1).describe('All that is said of the page.'),
});
export type StructuredData = z.infer<typeof StructuredData>;
