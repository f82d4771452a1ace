import type { z } from 'zod';
import { didYouMean } from './did-you-mean.ts';

/** A field that does not fit its shape, in words for the person who wrote it. */
export type FieldError = { field: string; path: PropertyKey[]; problem: string; fix: string };

const LONGEST_SHOWN = 80;

/** Every way in which `error` says that a value misses its shape, one entry a field. Wording is under test. */
export function fieldErrors(error: z.ZodError, shape: z.ZodType): FieldError[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownField(issue, key, shape));
    return [describe(issue, shape)];
  });
}

function describe(issue: z.core.$ZodIssue, shape: z.ZodType): FieldError {
  const field = fieldName(issue.path);
  const about = describedAt(shape, issue.path);
  const place = { field, path: [...issue.path] };
  const name = labelAt(shape, issue.path) ?? (field === '' ? 'This' : `"${field}"`);
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? { ...place, problem: `${name} is missing.`, fix: about ?? `Add it.` }
        : { ...place, problem: `${name} should be ${withArticle(issue.expected)}.`, fix: about ?? 'Change it.' };
    case 'invalid_value':
      if (issue.input === undefined) return { ...place, problem: `${name} is missing.`, fix: oneOf(issue.values) };
      return {
        ...place,
        problem: `${shown(issue.input)} is not one of the values that ${name} can have.`,
        fix: `${meantValue(issue.input, issue.values.map(String))}${oneOf(issue.values)}`,
      };
    case 'too_small':
      return { ...place, problem: `${name} is empty or too short.`, fix: about ?? `At least ${issue.minimum}.` };
    case 'too_big':
      return {
        ...place,
        problem: `${name} is too long.`,
        fix: `At most ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}.`,
      };
    case 'custom':
      return { ...place, problem: String(issue.params?.['problem'] ?? notInForm(name)), fix: issue.message };
    default:
      return { ...place, problem: notInForm(name), fix: issue.message };
  }
}

function notInForm(name: string): string {
  return `${name} is not in the form that is needed here.`;
}

/** Values may come from strangers: only text and numbers are repeated, and no more of them than one can read. */
function shown(input: unknown): string {
  if (typeof input === 'string') return JSON.stringify(input.length > LONGEST_SHOWN ? `${input.slice(0, 60)}…` : input);
  return typeof input === 'number' || typeof input === 'boolean' ? String(input) : 'This';
}

function meantValue(input: unknown, values: readonly string[]): string {
  return typeof input === 'string' && input.length <= LONGEST_SHOWN ? didYouMean(input, values) : '';
}

function unknownField(issue: z.core.$ZodIssue, key: string, shape: z.ZodType): FieldError {
  const known = keysAt(shape, issue.path);
  const field = fieldName([...issue.path, key]);
  return {
    field,
    path: [...issue.path, key],
    problem: `There is no field "${key}" here.`,
    fix: `${didYouMean(key, known)}The fields are ${known.join(', ')}.`,
  };
}

function fieldName(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index ? '.' : ''}${String(part)}`))
    .join('');
}

/** What readers call the field: `.meta({ label: 'Your name' })`. */
function labelAt(shape: z.ZodType, path: readonly PropertyKey[]): string | undefined {
  const label = schemaAt(shape, path)?.meta()?.['label'];
  return typeof label === 'string' ? label : undefined;
}

function describedAt(shape: z.ZodType, path: readonly PropertyKey[]): string | undefined {
  return schemaAt(shape, path)?.description;
}

function keysAt(shape: z.ZodType, path: readonly PropertyKey[]): string[] {
  const inner = unwrap(schemaAt(shape, path));
  return inner && 'shape' in inner ? Object.keys(inner.shape as object) : [];
}

function schemaAt(shape: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  let here: z.ZodType | undefined = shape;
  for (const part of path) {
    const inner = unwrap(here);
    if (!inner) return undefined;
    if ('shape' in inner) here = (inner.shape as Record<PropertyKey, z.ZodType>)[part];
    else if ('element' in inner) here = inner.element as z.ZodType;
    else return undefined;
  }
  return here;
}

/** The schema inside optional, default, prefault and nullable. */
function unwrap(schema: z.ZodType | undefined): z.ZodType | undefined {
  let here = schema;
  while (here && 'unwrap' in here && typeof here.unwrap === 'function' && !('element' in here)) {
    here = here.unwrap() as z.ZodType;
  }
  return here;
}

function withArticle(expected: string): string {
  const names: Record<string, string> = {
    string: 'text',
    array: 'a list',
    boolean: 'true or false',
    number: 'a number',
    object: 'a group of fields',
  };
  return names[expected] ?? expected;
}

function oneOf(values: readonly unknown[]): string {
  return `Use one of ${values.map(String).join(', ')}.`;
}
