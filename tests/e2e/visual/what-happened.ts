import type { z } from 'zod';
import type { Escalation } from '../../../src/schema/escalation.ts';
import type { EscalationAct } from '../../../src/schema/escalation-event.ts';

/** A request as screens show it. Its reference is chosen by us, because chance would choose another one each time. */
export type Happened = {
  reference: string;
  ago: { hours?: number; minutes?: number };
  asked: Partial<z.input<typeof Escalation>>;
  /** What followed, spread over the time since. */
  acts?: readonly EscalationAct[];
};

export const WAITING: Happened = {
  reference: '7K3F-9Q2M',
  ago: { minutes: 25 },
  asked: {
    article: 'restore-a-file',
    version: '5',
    audience: 'home',
    message: 'The folder is not in the list of earlier copies.\nI need it for my tax return, which is due on Friday.',
    packet: {
      searches: [
        { query: 'restore folder', results: 6 },
        { query: 'folder not in history', results: 0 },
      ],
      visited: ['set-up-sync', 'restore-a-file'],
      steps: [
        { text: 'Open Files and find the file.', done: true },
        { text: 'Right-click it and choose History.', done: true },
        { text: 'Choose a time, then Restore.', done: false },
      ],
      vote: { helpful: false, reasons: ['steps-did-not-work'], comment: 'There is no History for a folder.' },
      browser: 'Firefox 145 on Windows',
    },
  },
};

export const ANSWERED: Happened = {
  reference: '2HC8-0VXT',
  ago: { hours: 2, minutes: 30 },
  asked: { message: 'The Mini beeps three times, and the screen stays dark.' },
  acts: [
    { kind: 'message', text: 'It is the one on the left.' },
    { kind: 'answer', by: 'email', text: 'Hold F12 for ten seconds.\nThen let go, and wait for the green light.' },
  ],
};

export const MENDED: Happened = {
  reference: '5R1N-4WJA',
  ago: { hours: 70 },
  asked: { article: 'sync-says-disk-full', message: 'Sync says that the disk is full, and it is not.' },
  acts: [
    { kind: 'answer', by: 'phone', text: 'We looked at it together: two old snapshots were never removed.' },
    {
      kind: 'resolved',
      outcome: 'product-fault',
      why: 'Snapshots were kept after their day.',
      done: 'Sync 5.1 removes them.',
    },
    { kind: 'mended' },
  ],
};

/** What else stands in the inbox and in insights. */
export const OTHERS: readonly Happened[] = [
  {
    reference: '9PZD-6E3K',
    ago: { minutes: 70 },
    asked: {
      channel: 'call-back',
      phone: '+44 1632 960999',
      goodTime: 'Before noon',
      message: 'Which cable does the screen need?',
    },
  },
  {
    reference: '3MBY-8T0S',
    ago: { hours: 71 },
    asked: { article: 'share-a-folder', message: 'Nobody in the office can open the shared folder since Friday.' },
  },
  {
    reference: '6GQF-1C7H',
    ago: { hours: 76 },
    asked: { article: 'computer-is-hot-or-loud', message: 'My fan is loud.' },
    acts: [
      {
        kind: 'resolved',
        outcome: 'article-wrong',
        article: 'computer-is-hot-or-loud',
        heading: 'What is normal',
        why: 'The amber light blinks five times by now.',
      },
    ],
  },
];

/** How readers voted in the last ten weeks. */
export const VOTES: Readonly<Record<string, { yes: number; no: number }>> = {
  'computer-is-hot-or-loud': { yes: 3, no: 37 },
  'restore-a-file': { yes: 41, no: 4 },
  'wifi-drops': { yes: 12, no: 9 },
};
