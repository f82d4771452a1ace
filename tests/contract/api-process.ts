// A server of its own process, which can be killed: prints its address, and answers until it dies.
import { openApp } from '../../src/server/app.ts';
import { readSettings } from '../../src/server/settings.ts';
import { serveApi } from './serve-api.ts';

const aroundTheClock = { days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const, from: '00:00', to: '24:00' };

const app = await openApp(
  readSettings(),
  {
    contact: { phone: '+44 1632 960150', email: 'help@northlight.example' },
    support: {
      timeZone: 'Europe/London',
      hours: [{ ...aroundTheClock, days: [...aroundTheClock.days] }],
      holidays: [],
      promises: { email: { within: 'PT4H' }, 'call-back': { within: 'PT2H' } },
    },
    switches: { keepSearches: false },
    keepSearchesFor: 'P180D',
    keepRequestsFor: 'P2Y',
    keepVotesFor: 'P3Y',
  },
  () => true,
  { log: () => undefined },
);
const { url } = await serveApi(app, () => Temporal.Now.instant());
console.log(url);
