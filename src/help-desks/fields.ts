import type { Delivery, DeliveryFields, FieldName } from './help-desk.ts';

/** Our field to what the desk calls its own, such as `{ reference: '360001' }`. */
export type FieldNames = Readonly<Partial<Record<FieldName, string>>>;

/** The fields that the desk has a name for, each with that name; those that are empty are left out. */
export function namedFields(fields: DeliveryFields, names: FieldNames): [name: string, value: string][] {
  return (Object.entries(names) as [FieldName, string][]).flatMap(([field, name]) => {
    const value = fields[field];
    return value === undefined ? [] : [[name, value]];
  });
}

/** Labels by which agents sort and by which we find a ticket again: letters, digits and hyphens only. */
export function tagsOf({ reference, fields }: Pick<Delivery, 'reference' | 'fields'>): string[] {
  const { channel, article, version, audience } = fields;
  return [
    'handrail',
    // Not the one in the fields: a ticket that goes on with another one has a reference of its own, and by that of the
    // other one only the other one is looked for.
    ...(fields.reference === undefined ? [] : [referenceTag(reference)]),
    ...(channel === undefined ? [] : [tag(channel)]),
    ...(article === undefined ? [] : [tag(`article-${article}`)]),
    ...(version === undefined ? [] : [tag(`version-${version}`)]),
    ...(audience === undefined ? [] : [tag(`for-${audience}`)]),
  ];
}

export function referenceTag(reference: string): string {
  return tag(`handrail-${reference}`);
}

/** Freshdesk refuses a ticket for one tag of more than 32 characters. */
function tag(words: string): string {
  const plain = words.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return plain.slice(0, 32).replace(/^-|-$/g, '');
}
