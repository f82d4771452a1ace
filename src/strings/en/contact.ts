/** E-mails that a page opens for a reader, with what is known already written. */
export const mail = {
  /** Where there is no article to name. */
  subject: 'A question',
  triedSoFar: 'What I did so far:',
};
