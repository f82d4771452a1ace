/** What a film says once it is touched. */
export const videoPlayer = {
  cannotPlay: 'This film cannot be played here. Its words are below, with all that it shows.',
  watchFrom: (time: string) => `Watch it from ${time}`,
};
