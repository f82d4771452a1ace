/** A body that no honest page sends, with the content type that it comes with. */
export type BadBody = { body: string; type: string };

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';

/**
 * `count` bodies, always the same ones: good bodies with one or two values replaced by odd ones, odd JSON as a whole,
 * text cut short, and forms with odd fields.
 */
export function badBodies(count: number, good: { votes: object; escalations: object }): BadBody[] {
  const pick = picker(20_261_121);
  return Array.from({ length: count }, (_, index): BadBody => {
    const whole = pick([good.votes, good.escalations]);
    switch (index % 5) {
      case 0:
        return { type: JSON_TYPE, body: withOdd(JSON.stringify(whole), pick) };
      case 1:
        return { type: JSON_TYPE, body: withOdd(withOdd(JSON.stringify(whole), pick), pick) };
      case 2:
        return { type: JSON_TYPE, body: pick(ODD_JSON) };
      case 3:
        return { type: JSON_TYPE, body: cutShort(JSON.stringify(whole), pick) };
      default:
        return { type: FORM_TYPE, body: oddForm(whole, pick) };
    }
  });
}

const ODD_JSON = [
  'null',
  'true',
  '0',
  '-1e999',
  '1e400',
  '123456789012345678901234567890',
  '""',
  '"\\u0000"',
  '"\\ud800"',
  '"\\udfff\\ud800"',
  '[]',
  '[[]]',
  '{}',
  '[null]',
  '{"":""}',
  '{"__proto__":{"helpful":true}}',
  '{"constructor":{"prototype":{"x":1}}}',
  '{"toString":1,"valueOf":2,"toJSON":3}',
  '{"length":1e9}',
  '{"a":1,"a":2}',
  '{"then":1}',
  '[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]',
  `"${'x'.repeat(200_000)}"`,
  `"${'a@'.repeat(50_000)}"`,
  `"a@${'a.'.repeat(50_000)}"`,
  `"${'\\u202e'.repeat(1_000)}"`,
  '"../../../../etc/passwd"',
  '"<img src=x onerror=alert(1)>"',
  '"\'; drop table votes; --"',
  '"%00"',
  '"2026-13-45"',
] as const;

/** Replaces one value, chosen by chance, with an odd one; or gives a second value to the same name. */
function withOdd(json: string, pick: Pick): string {
  const values = [...json.matchAll(/:("(?:[^"\\]|\\.)*"|true|false|\d+|\[|\{)/g)];
  const at = values.length > 0 ? pick(values) : undefined;
  if (!at) return json;
  const value = at[1] ?? '';
  const odd = pick(ODD_JSON);
  const start = at.index + 1;
  return value === '[' || value === '{'
    ? `${json.slice(0, start)}${odd},"added":${json.slice(start)}`
    : json.slice(0, start) + odd + json.slice(start + value.length);
}

function cutShort(json: string, pick: Pick): string {
  const length = pick(Array.from({ length: json.length }, (_, index) => index));
  return json.slice(0, length) + pick(['', '}', ']', '"', '\0', ',,', '\\u12']);
}

function oddForm(whole: object, pick: Pick): string {
  const fields = Object.entries(whole).flatMap(([name, value]): [string, string][] => {
    const odd = pick([undefined, undefined, ...ODD_JSON]);
    return [[name, odd ?? (typeof value === 'string' ? value : JSON.stringify(value))]];
  });
  const more = pick([[], fields, [['packet-shown', '1']], [['keep', '__proto__']], [['__proto__', 'x']], [['', '']]]);
  const encoded = new URLSearchParams([...fields, ...(more as [string, string][])]).toString();
  return encoded + pick(['', '&', '&&=&', '&%', '&a=%ff', '&a=%u0041', '&packet={', '&key=%00', '&=']);
}

type Pick = <Choice>(choices: readonly Choice[]) => Choice;

/** Chance that can be repeated: mulberry32, https://github.com/bryc/code/blob/master/jshash/PRNGs.md */
function picker(seed: number): Pick {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return (choices) => {
    const chosen = choices[Math.floor(next() * choices.length)];
    if (chosen === undefined && choices.length === 0) throw new Error('There is nothing to choose from.');
    return chosen as never;
  };
}
