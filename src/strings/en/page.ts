/** What stands on every public page. */
export const page = {
  skip: 'Skip to the page',
  talk: 'Talk to a person',
  madeWith: 'This help centre is made with Handrail, which is open source.',
};
