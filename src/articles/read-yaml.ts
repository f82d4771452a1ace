import { isCollection, isMap, isScalar, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { z } from 'zod';
import { fieldErrors } from '../errors/from-zod.ts';
import type { UserError } from '../errors/user-error.ts';
import { yamlMistakes } from './yaml-mistake.ts';

/** A piece of YAML, read into `shape`; `lineOf` finds the line of a field such as `audiences[1]`. */
export type YamlRead<Shape> = { mistakes: UserError[]; lineOf: (field: string) => number | undefined } &
  /** `written`: what stands there, where it is YAML at least. */
  ({ ok: true; value: Shape } | { ok: false; written?: unknown });

/** Reads YAML that begins on `firstLine` of `file`. Never throws: what is wrong comes back as mistakes. */
export function readYaml<Shape extends z.ZodType>(
  text: string,
  file: string,
  shape: Shape,
  firstLine = 1,
): YamlRead<z.infer<Shape>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number | undefined) =>
    offset === undefined ? undefined : lines.linePos(offset).line + firstLine - 1;
  const lineOf = (field: string) => lineAt(offsetOf(document, pathOf(field)));
  const unreadable = yamlMistakes(document, text);
  if (unreadable.length > 0) {
    const mistakes = unreadable.map(({ offset, ...mistake }) => ({
      ...mistake,
      where: { file, line: lineAt(offset) },
    }));
    return { ok: false, mistakes, lineOf };
  }
  const written: unknown = document.toJS() ?? {};
  const read = shape.safeParse(written, { reportInput: true });
  if (read.success) return { ok: true, value: read.data, mistakes: [], lineOf };
  const mistakes = fieldErrors(read.error, shape).map(({ field, problem, fix }) => ({
    problem,
    where: { file, line: lineOf(field) ?? firstLine, field },
    fix,
  }));
  return { ok: false, mistakes, lineOf, written };
}

function pathOf(field: string): (string | number)[] {
  return [...field.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([part, index]) =>
    index === undefined ? part : Number(index),
  );
}

/** Where the field stands, or the nearest group around it that exists. */
function offsetOf(document: Document, path: readonly (string | number)[]): number | undefined {
  let here: unknown = document.contents;
  let offset: number | undefined;
  for (const part of path) {
    if (!isCollection(here)) break;
    const key: unknown = isMap(here)
      ? here.items.find((pair) => isScalar(pair.key) && pair.key.value === part)?.key
      : undefined;
    const value = here.get(part, true);
    if (value === undefined && key === undefined) break;
    offset = ((key ?? value) as Node).range?.[0] ?? offset;
    here = value;
  }
  return offset;
}
