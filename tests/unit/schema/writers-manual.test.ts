import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { Frontmatter } from '../../../src/schema/article.ts';
import { Audience, Product, Topic } from '../../../src/schema/catalogue.ts';
import { Site } from '../../../src/schema/site.ts';

for (const [name, shape] of Object.entries({ Frontmatter, Site, Product, Audience, Topic })) {
  test(`every field of ${name} says what it is for, because that is the writer’s manual`, () => {
    const silent = silentFields(shape);

    assert.deepEqual(silent, []);
  });
}

/** Fields without a description, also in groups and lists. */
function silentFields(shape: z.ZodType, path = ''): string[] {
  const { properties = {}, items } = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  return silent({ properties, ...(items && { items }) }, path);
}

type JsonSchema = { description?: string; properties?: Record<string, JsonSchema>; items?: JsonSchema };

function silent({ properties = {}, items }: JsonSchema, path: string): string[] {
  return [
    ...Object.entries(properties).flatMap(([field, below]) => [
      ...(below.description ? [] : [`${path}${field}`]),
      ...silent(below, `${path}${field}.`),
    ]),
    ...(items ? silent(items, `${path}[].`) : []),
  ];
}
