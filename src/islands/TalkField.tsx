import type { RequestError } from '../schema/request-error.ts';

type FieldProps = {
  id: string;
  name: string;
  label: string;
  errors: readonly RequestError[];
  typed: Record<string, string> | undefined;
  type?: string;
  rows?: number;
  autoComplete?: string;
};

/** A labelled field with what is wrong with it, if anything, right below. */
export function TalkField({ id, name, label, errors, typed, type = 'text', rows, autoComplete }: FieldProps) {
  const reasons = errors.filter(({ field }) => field === name).map(({ problem, fix }) => `${problem} ${fix}`);
  const isWrong = reasons.length > 0;
  const shared = {
    id,
    name,
    // An address and a number read from left to right in every language; words do as they are typed.
    dir: type === 'text' ? 'auto' : 'ltr',
    defaultValue: typed?.[name] ?? '',
    autoComplete,
    'aria-invalid': isWrong ? true : undefined,
    'aria-describedby': isWrong ? `${id}-error` : undefined,
  };
  return (
    <div className="talk-field">
      <label htmlFor={id}>{label}</label>
      {rows ? <textarea rows={rows} {...shared} /> : <input type={type} {...shared} />}
      {isWrong && (
        <p id={`${id}-error`} className="error">
          {reasons.join(' ')}
        </p>
      )}
    </div>
  );
}
