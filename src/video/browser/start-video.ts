import { videoPlayer } from '../../strings/en/video-player.ts';
import { clockTime } from '../clock-time.ts';
import { momentAnchor } from '../moment-address.ts';
import { findEmbed } from '../providers.ts';
import { filePlayer } from './file-player.ts';
import { followCues, type FollowCues } from './follow-cues.ts';
import { framePlayer } from './frame-player.ts';
import { keepMoment } from './keep-moment.ts';
import type { Player } from './player.ts';
import { prefersReading } from './prefers-reading.ts';

/** A video of the page; `open` shows a moment to somebody who came for it. */
export type StartedVideo = { open: (second: number) => void };

/**
 * Ties one figure of Video.astro together. Until somebody presses play there is a poster and a transcript, and nothing
 * is asked of anybody; a film of another site waits for that even where the address names a moment.
 */
export function startVideo(figure: HTMLElement): StartedVideo {
  const { screen, poster, from, trouble, transcript, words, speed } = partsOf(figure);
  const { video: id = '', title = '', source = '' } = figure.dataset;
  const embed = findEmbed(source);
  const isReading = prefersReading();
  const follow = followCues(figure, words);
  let player: Player | undefined;
  let startAt: number | undefined;

  const play = (second: number | undefined) => {
    if (!embed) return;
    const events = { onTime: timeKeeper(follow, id, title), onTrouble: () => giveUp() };
    player = embed.kind === 'file' ? filePlayer(figure, second ?? 0, events) : framePlayer(embed, title, second);
    screen.replaceChildren(player.element);
    player.element.focus({ preventScroll: true });
    if (player.setSpeed) speed.hidden = false;
  };
  const giveUp = () => {
    player = undefined;
    screen.replaceChildren(poster);
    speed.hidden = true;
    trouble.textContent = videoPlayer.cannotPlay;
    transcript.open = true;
  };
  const waitAt = (second: number) => {
    startAt = second;
    from.textContent = videoPlayer.watchFrom(clockTime(second));
  };
  const jump = (second: number) => {
    follow.show(second);
    if (player) player.seek(second);
    else if (embed?.kind === 'file') play(second);
    else {
      waitAt(second);
      poster.focus();
    }
  };

  transcript.open = isReading;
  figure.setAttribute('data-ready', '');
  poster.addEventListener('click', (event) => {
    // In a new tab the link does what links do.
    if (event.ctrlKey || event.metaKey || event.shiftKey || !embed) return;
    event.preventDefault();
    play(startAt);
  });
  figure.addEventListener('click', (event) => {
    const second = placeIn(event);
    if (second === undefined) return;
    event.preventDefault();
    history.replaceState(history.state, '', `#${momentAnchor({ video: id, second })}`);
    jump(second);
  });
  speed.querySelector('select')?.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLSelectElement) player?.setSpeed?.(Number(target.value));
  });

  return {
    open(wanted) {
      const second = cueStart(words, wanted) ?? wanted;
      if (isReading) {
        transcript.open = true;
        waitAt(second);
        follow.show(second);
        follow.current()?.scrollIntoView({ block: 'center' });
      } else {
        takeAnchor(figure, momentAnchor({ video: id, second: wanted }));
        jump(second);
        figure.scrollIntoView({ block: 'start' });
      }
    },
  };
}

/** The second of the cue, chapter or time that was touched. Selecting words is no touch. */
function placeIn(event: MouseEvent): number | undefined {
  const touched = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-second]') : null;
  if (!touched || event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
  const isSelecting = getSelection()?.isCollapsed === false;
  return isSelecting && touched.classList.contains('cue') ? undefined : Number(touched.dataset['second']);
}

/** Until a page has loaded, browsers go to what the address names and open it: here that shall be the film. */
function takeAnchor(figure: HTMLElement, anchor: string): void {
  document.getElementById(anchor)?.removeAttribute('id');
  figure.id = anchor;
}

/** An address names whole seconds; the cue that it means begins within that second. */
function cueStart(words: HTMLElement, second: number): number | undefined {
  const starts = [...words.querySelectorAll<HTMLElement>('.cue')].map((cue) => Number(cue.dataset['second']));
  return starts.find((start) => Math.floor(start) === second);
}

function timeKeeper(follow: FollowCues, video: string, title: string): (second: number) => void {
  const keep = keepMoment(video, title);
  return (second) => {
    follow.show(second);
    keep(second);
  };
}

function partsOf(figure: HTMLElement) {
  const part = <Kind extends HTMLElement>(selector: string, kind: new () => Kind): Kind => {
    const element = figure.querySelector(selector);
    if (!(element instanceof kind)) throw new Error(`The video has no ${selector}.`);
    return element;
  };
  return {
    screen: part('.screen', HTMLElement),
    poster: part('.poster', HTMLAnchorElement),
    from: part('[data-from]', HTMLElement),
    trouble: part('.trouble', HTMLElement),
    transcript: part('.read-it', HTMLDetailsElement),
    words: part('.words', HTMLElement),
    speed: part('.speed', HTMLElement),
  };
}
