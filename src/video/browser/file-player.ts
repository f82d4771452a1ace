import type { Player, PlayerEvents } from './player.ts';

/** A file of this site in the browser's own player, with captions, playing from `second`. */
export function filePlayer(figure: HTMLElement, second: number, { onTime, onTrouble }: PlayerEvents): Player {
  const { title = '', files = '[]', captions = '', language = '', captionsName = '' } = figure.dataset;
  const video = document.createElement('video');
  video.controls = true;
  video.playsInline = true;
  video.preload = 'metadata';
  video.setAttribute('aria-label', title);
  const sources = (JSON.parse(files) as string[]).map(sourceElement);
  const track = document.createElement('track');
  Object.assign(track, { kind: 'captions', srclang: language, label: captionsName, src: captions, default: true });
  video.append(...sources, track);

  const tell = () => onTime(video.currentTime);
  for (const moment of ['timeupdate', 'seeked', 'pause', 'ended']) video.addEventListener(moment, tell);
  // Browsers try one source after the other; when the last one fails, there is nothing left to play.
  sources.at(-1)?.addEventListener('error', onTrouble);
  video.currentTime = second;
  void playAloud(video);

  return {
    element: video,
    seek(to) {
      video.currentTime = to;
      void playAloud(video);
    },
    setSpeed(speed) {
      video.playbackRate = speed;
    },
  };
}

function sourceElement(file: string): HTMLSourceElement {
  const source = document.createElement('source');
  source.src = file;
  source.type = file.endsWith('.webm') ? 'video/webm' : file.endsWith('.ogv') ? 'video/ogg' : 'video/mp4';
  return source;
}

/** Somebody who came by a link has touched nothing yet, and browsers let such pages play without sound only. */
async function playAloud(video: HTMLVideoElement): Promise<void> {
  try {
    await video.play();
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'NotAllowedError')) return;
    video.muted = true;
    // Where even that is not allowed the player waits, at the right second, for its own button.
    await video.play().catch(() => undefined);
  }
}
