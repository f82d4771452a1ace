/** Where a page of this site finds the captions of a cut, by the name of their file. */
export function captionsAddress(captions: string): string {
  return `/videos/captions/${captions}`;
}
