/** What the browser says on a page of the desk that keeps itself up to date. */
export const live = {
  signedOut: 'You are signed out, so this page stays as it is. Sign in in another tab.',
  somethingNew:
    'Something new happened with this request while you write: read it under “What happened” before you send.',
  openAgain: 'This request is open again. Load the page anew to resolve it.',
};
