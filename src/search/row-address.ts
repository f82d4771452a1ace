import { readMoment } from '../video/moment-address.ts';
import type { ResultRow } from './search-answer.ts';

/** Where a chosen row leads: to the moment of a video where its words are said, else to the page from its beginning. */
export function rowAddress({ address, heading }: Pick<ResultRow, 'address' | 'heading'>): string {
  return heading && readMoment(heading.address.slice(heading.address.indexOf('#'))) ? heading.address : address;
}
