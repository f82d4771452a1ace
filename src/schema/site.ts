import { z } from 'zod';
import { Day } from './identifier.ts';
import type { Logo } from './picture.ts';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const ClockTime = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$/, {
  error: 'Write the time as "HH:MM" in quotes, such as "08:30".',
  // So that "8:00" is not compared with "18:00" as text.
  abort: true,
});

const Duration = z.iso.duration(
  'Write a length of time as ISO 8601, such as PT4H (four hours) or P12M (twelve months).',
);

const SupportDuration = Duration.refine((text) => /^PT/.test(text), {
  error: 'Write hours and minutes, such as PT4H or PT1H30M.',
  params: { problem: 'A promise is counted in support hours, not in days or months.' },
});

/** Whole days at least: searches are removed once a day. */
const Retention = z
  .string()
  .regex(
    /^P[1-9][0-9]{0,2}[DWMY]$/,
    'Write days, weeks, months or years, such as P180D (180 days) or P6M (six months).',
  );

const TimeZone = z.string().refine(isTimeZone, {
  error: 'Name one of the IANA list, such as Europe/London.',
  params: { problem: 'There is no such time zone.' },
});

const OpeningHours = z
  .strictObject({
    days: z.array(z.enum(WEEKDAYS)).min(1).describe('Days of the week: mon … sun.'),
    from: ClockTime.describe('When people begin to answer, in the time zone of support.'),
    to: ClockTime.describe('When they stop, the same day.'),
  })
  .refine((hours) => hours.from < hours.to, {
    path: ['to'],
    error: 'Write a later time. For hours past midnight, end them at "24:00" and begin the next day at "00:00".',
    params: { problem: 'These hours end before they begin.' },
  });

type OpeningHours = z.infer<typeof OpeningHours>;

const Holiday = z.strictObject({
  date: Day.describe('The day, from midnight to midnight in the time zone of support.'),
  name: z.string().min(1).describe('What it is called: readers are told why nobody answers.'),
});

const Promised = z.strictObject({
  within: SupportDuration.describe('Support hours within which a person answers, as an ISO 8601 duration: PT4H.'),
});

/** One for both themes, or one for each: `x` is short for `{ light: x }`. */
const PerTheme = (each: z.ZodString) =>
  z.preprocess(
    (written) => (typeof written === 'string' ? { light: written } : written),
    z.strictObject({
      light: each.describe('By day.'),
      dark: each.optional().describe('At night; absent, it follows from the one by day.'),
    }),
  );

/** `content/site.yaml`: who the company is, when its people answer, and by when. */
export const Site = z.strictObject({
  name: z.string().min(1).describe('Name of the company.'),
  title: z.string().min(1).describe('Name of the help centre, in the tab of the browser.'),
  sentence: z.string().min(1).describe('One sentence under the name on the home page.'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'Use a BCP 47 tag, such as "en".')
    .describe('Language of all articles, a BCP 47 tag.'),
  look: z
    .strictObject({
      accent: PerTheme(z.string().min(1))
        .optional()
        .describe(
          'The colour of what can be touched, in quotes (YAML takes what follows a # for a comment): "#0a5a68", ' +
            '"rgb(…)", "hsl(…)" or "oklch(…)"; for each theme another: { light: "…", dark: "…" }.',
        ),
      logo: PerTheme(z.string().min(1))
        .optional()
        .describe(
          'In place of the name in the head of each page and on its picture for previews: an SVG or PNG beside ' +
            'site.yaml, or "/logo.svg" for one in public/; for each theme another: { light: "…", dark: "…" }.',
        ),
      icon: z
        .string()
        .min(1)
        .optional()
        .describe('The sign in the tab of a browser, an SVG or PNG as above; absent, a star in the accent.'),
    })
    .prefault({})
    .describe('What makes the site look like yours.'),
  contact: z
    .strictObject({
      phone: z.string().min(3).describe('Shown and dialled; write it with the country code.'),
      email: z.email('Write an e-mail address, such as help@example.com.').describe('Where a reader can always write.'),
      post: z.string().optional().describe('Postal address, for what is sent in.'),
    })
    .describe('The ways to a person that work when nothing else does.'),
  support: z
    .strictObject({
      timeZone: TimeZone.describe('IANA time zone of the hours below.'),
      who: z.string().optional().describe('One sentence on who answers.'),
      hours: z
        .array(OpeningHours)
        .min(1)
        .superRefine(noOverlap)
        .describe('When people answer. A day may appear twice, around a break.'),
      holidays: z.array(Holiday).default([]).describe('Days on which nobody answers.'),
      promises: z
        .strictObject({
          email: Promised.describe('By when an answer by e-mail is sent.'),
          'call-back': Promised.describe('By when a person calls back.'),
        })
        .describe('By when a person answers, per channel.'),
    })
    .describe('Support hours, holidays and promises.'),
  editAt: z
    .url({ protocol: /^https?$/, error: 'Write a web address, such as https://git.example.com/help/edit/main.' })
    .refine((address) => !/[?#]/.test(address), {
      error: 'Leave out what begins with "?" or "#".',
      params: { problem: 'The path of a file is put behind this address.' },
    })
    .optional()
    .describe(
      'Where the files of the content can be edited, up to the folder that holds `content`: insights link to them there.',
    ),
  reviewEvery: Duration.default('P12M').describe('An article unchecked for longer shows up in `check`.'),
  synonyms: z
    .array(
      z
        .array(
          z.string().refine((word) => /^\S+$/.test(word), {
            error: 'Write single words, such as "login" beside "logon".',
            params: { problem: 'Search looks words up one by one.' },
          }),
        )
        .min(2),
    )
    .default([])
    .describe('Words that mean the same to search: each line lists some, such as [delete, remove, erase].'),
  switches: z
    .strictObject({
      keepSearches: z.boolean().default(false).describe('Keep what readers search for, without addresses and numbers.'),
      worksOffline: z
        .boolean()
        .default(true)
        .describe('Browsers keep search, and the pages that were read, for times without a connection.'),
      remindTeam: z
        .boolean()
        .default(true)
        .describe('Tell the team by mail, or through a help desk, when an answer is due soon or late.'),
    })
    .prefault({})
    .describe('What is on and off.'),
  keepSearchesFor: Retention.default('P180D').describe('How long searches are kept; older ones are removed each day.'),
  keepRequestsFor: Retention.default('P2Y').describe(
    'How long requests for a person are kept, counted from when anything last happened with one; then all of it is ' +
      'removed. One that waits stays, unless it is in quarantine, until a help desk or a person has it.',
  ),
  keepVotesFor: Retention.default('P3Y').describe('How long votes are kept; older ones are removed each day.'),
});
/** With its logo as it was found. */
export type Site = z.infer<typeof Site> & { logo?: Logo };
export type Support = Site['support'];
export type Channel = keyof Support['promises'];

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Hours that count twice would make promises come true in half the time. */
function noOverlap(hours: readonly OpeningHours[], context: z.core.$RefinementCtx): void {
  hours.forEach((here, index) => {
    const before = hours.slice(0, index).findIndex((other) => overlapOn(here, other) !== undefined);
    const other = hours[before];
    if (other === undefined) return;
    context.addIssue({
      code: 'custom',
      path: [index, 'from'],
      message: 'Let one of them end before the other begins, or make them one.',
      params: { problem: `On ${overlapOn(here, other)} these hours overlap those of hours[${before}].` },
    });
  });
}

function overlapOn(one: OpeningHours, other: OpeningHours): string | undefined {
  if (one.from >= other.to || other.from >= one.to) return undefined;
  return one.days.find((day) => other.days.includes(day));
}
