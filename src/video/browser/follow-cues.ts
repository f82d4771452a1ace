/** Marks in the transcript and in the list of chapters where the video is. */
export type FollowCues = {
  show: (second: number) => void;
  /** The cue that is marked. */
  current: () => HTMLElement | undefined;
};

/** The words move within their own frame and never the page, and not while somebody points at them. */
export function followCues(figure: HTMLElement, words: HTMLElement): FollowCues {
  const cues = [...words.querySelectorAll<HTMLElement>('.cue')];
  const chapters = [...figure.querySelectorAll<HTMLElement>('.chapters a')];
  let current: HTMLElement | undefined;
  return {
    show(second) {
      mark(chapters, lastBefore(chapters, second));
      const cue = lastBefore(cues, second) ?? cues[0];
      if (cue === current) return;
      mark(cues, cue);
      current = cue;
      if (cue && !words.matches(':hover')) bringIntoView(cue, words);
    },
    current: () => current,
  };
}

function lastBefore(places: readonly HTMLElement[], second: number): HTMLElement | undefined {
  // Players land a little before the time that they were given.
  return places.findLast((place) => Number(place.dataset['second']) <= second + 0.25);
}

function mark(places: readonly HTMLElement[], current: HTMLElement | undefined): void {
  for (const place of places) {
    if (place === current) place.setAttribute('aria-current', 'true');
    else place.removeAttribute('aria-current');
  }
}

function bringIntoView(cue: HTMLElement, words: HTMLElement): void {
  const [frame, line] = [words.getBoundingClientRect(), cue.getBoundingClientRect()];
  if (line.top >= frame.top && line.bottom <= frame.bottom) return;
  words.scrollTop += line.top - frame.top - frame.height / 3;
}
