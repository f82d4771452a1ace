import type { z } from 'zod';
import { didYouMean, nearestOf } from './did-you-mean.ts';

/** A field that does not fit its shape, in words for the person who wrote it. */
export type FieldError = { field: string; path: PropertyKey[]; problem: string; fix: string };

const LONGEST_SHOWN = 80;

/** Every way in which `error` says that a value misses its shape, one entry a field. Wording is under test. */
export function fieldErrors(error: z.ZodError, shape: z.ZodType): FieldError[] {
  const unknown = error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => unknownField(issue, key, shape)) : [],
  );
  // "titel" for "title" is one slip: that "title" is missing as well would send the writer looking for a second.
  const meant = new Set(unknown.map(({ meant }) => meant));
  const others = error.issues
    .filter(
      ({ code, path, input }) => code !== 'unrecognized_keys' && !(input === undefined && meant.has(fieldName(path))),
    )
    .map((issue) => describe(issue, shape));
  return [...others, ...unknown.map(({ meant: _meant, ...fieldError }) => fieldError)];
}

function describe(issue: z.core.$ZodIssue, shape: z.ZodType): FieldError {
  const field = fieldName(issue.path);
  const place = { field, path: [...issue.path] };
  const about = describedAt(shape, issue.path);
  const label = labelAt(shape, issue.path);
  const name = label ?? (field === '' ? 'This' : `"${field}"`);
  // With a label the description is an instruction; without, it says what the field holds and needs one before it.
  const fix = (instruction: string, end = '.') => {
    if (about === undefined) return `${instruction}.`;
    return label === undefined ? `${instruction}${end} ${about}` : about;
  };
  switch (issue.code) {
    case 'invalid_type': {
      if (issue.input === undefined) return { ...place, problem: `${name} is missing.`, fix: fix('Add it', ':') };
      if (issue.input === null) return { ...place, problem: `${name} is empty.`, fix: fix('Fill it in', ':') };
      const { kind, instruction } = kindOf(issue.expected, issue.input);
      return { ...place, problem: `${name} should be ${kind}.`, fix: fix(instruction) };
    }
    case 'invalid_value':
      if (issue.input === undefined) return { ...place, problem: `${name} is missing.`, fix: oneOf(issue.values) };
      return {
        ...place,
        problem: `${shown(issue.input)} is not one of the values that ${name} can have.`,
        fix: `${meantValue(issue.input, issue.values.map(String))}${oneOf(issue.values)}`,
      };
    case 'too_small':
      if (isNumber(issue.origin)) {
        return { ...place, problem: `${name} is too small.`, fix: `Write ${issue.minimum} or more.` };
      }
      return issue.minimum === 1
        ? { ...place, problem: `${name} is empty.`, fix: fix('Fill it in', ':') }
        : { ...place, problem: `${name} is too short.`, fix: fix(`Write at least ${issue.minimum}`) };
    case 'too_big': {
      if (isNumber(issue.origin)) {
        return { ...place, problem: `${name} is too large.`, fix: `Write ${issue.maximum} or less.` };
      }
      const unit = issue.origin === 'string' ? ' characters' : '';
      return { ...place, problem: `${name} is too long.`, fix: `At most ${issue.maximum}${unit}.` };
    }
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

function unknownField(
  issue: z.core.$ZodIssue,
  key: string,
  shape: z.ZodType,
): FieldError & { meant: string | undefined } {
  const known = keysAt(shape, issue.path);
  const nearest = nearestOf(key, known);
  return {
    field: fieldName([...issue.path, key]),
    path: [...issue.path, key],
    problem: `There is no field "${key}" here.`,
    fix: `${didYouMean(key, known)}The fields are ${known.join(', ')}.`,
    meant: nearest && fieldName([...issue.path, nearest]),
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

function kindOf(expected: string, input: unknown): { kind: string; instruction: string } {
  switch (expected) {
    case 'string':
      return {
        kind: 'text',
        instruction: typeof input === 'object' ? 'Write text' : `Put it in quotes: "${String(input)}"`,
      };
    case 'array':
      return { kind: 'a list', instruction: 'Write a list, as in [one, two]' };
    case 'boolean':
      return { kind: 'true or false', instruction: 'Write true or false, without quotes' };
    case 'number':
    case 'int':
      return { kind: 'a number', instruction: 'Write a number, without quotes' };
    case 'object':
      return { kind: 'a group of fields', instruction: 'Write fields, each as "name: value"' };
    default:
      return { kind: expected, instruction: 'Change it' };
  }
}

function isNumber(origin: string): boolean {
  return origin === 'number' || origin === 'int';
}

function oneOf(values: readonly unknown[]): string {
  return `Use one of ${values.map(String).join(', ')}.`;
}
