/** The page after a vote, for readers without JavaScript; most of it says what the form at the article says. */
export const voted = {
  refused: 'We could not take your answer',
};
