import { useId } from 'react';
import type { RequestError } from '../schema/request-error.ts';

type FieldProps = {
  name: string;
  label: string;
  errors: readonly RequestError[];
  typed: Record<string, string> | undefined;
  type?: string;
  rows?: number;
  autoComplete?: string;
};

/** A labelled field with what is wrong with it, if anything, right below. */
export function TalkField({ name, label, errors, typed, type = 'text', rows, autoComplete }: FieldProps) {
  const id = useId();
  const error = errors.find(({ field }) => field === name);
  const shared = {
    id,
    name,
    // An address and a number read from left to right in every language; words do as they are typed.
    dir: type === 'text' ? 'auto' : 'ltr',
    defaultValue: typed?.[name] ?? '',
    autoComplete,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': error ? `${id}-error` : undefined,
  };
  return (
    <div className="talk-field">
      <label htmlFor={id}>{label}</label>
      {rows ? <textarea rows={rows} {...shared} /> : <input type={type} {...shared} />}
      {error && (
        <p id={`${id}-error`} className="error">
          {error.problem} {error.fix}
        </p>
      )}
    </div>
  );
}
