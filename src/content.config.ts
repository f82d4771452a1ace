import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { contentLoaders } from './articles/content-loader.ts';
import type { Edition } from './schema/article.ts';
import type { Audience, Product, Topic } from './schema/catalogue.ts';
import type { Site } from './schema/site.ts';
import type { Video } from './schema/video.ts';
import { readSettings } from './server/settings.ts';

type Listed<Entry> = Entry & { position: number };

const loaders = contentLoaders(readSettings(process.env).contentDir);

// The loaders have checked every file against src/schema; here the types are bound, nothing is read twice.
export const collections = {
  site: defineCollection({ loader: loaders.site, schema: z.custom<Site>() }),
  audiences: defineCollection({ loader: loaders.audiences, schema: z.custom<Listed<Audience>>() }),
  topics: defineCollection({ loader: loaders.topics, schema: z.custom<Listed<Topic>>() }),
  products: defineCollection({ loader: loaders.products, schema: z.custom<Listed<Product>>() }),
  editions: defineCollection({ loader: loaders.editions, schema: z.custom<Listed<Edition>>() }),
  videos: defineCollection({ loader: loaders.videos, schema: z.custom<Listed<Video>>() }),
};
