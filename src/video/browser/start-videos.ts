import { momentIn, readMoment } from '../moment-address.ts';
import { startVideo } from './start-video.ts';

/** Makes the videos of a page playable, and opens the one whose moment the address names (`#v-<video>-<second>`). */
export function startVideos(root: ParentNode): void {
  const videos = new Map(
    [...root.querySelectorAll<HTMLElement>('[data-video]')].map((figure) => [
      figure.dataset['video'] ?? '',
      startVideo(figure),
    ]),
  );
  const open = (moment = readMoment(location.hash)) => {
    if (moment) videos.get(moment.video)?.open(moment.second);
  };
  addEventListener('hashchange', () => open());
  open(momentIn(location));
}
