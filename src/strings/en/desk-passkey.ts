/** What the browser says about a passkey that it could not get. */
export const passkeyTrouble = {
  closed: 'Your device did not give a passkey: its question was closed, took too long, or it has none for this site.',
  thereAlready: 'This device has a passkey for you already. There is nothing to add.',
  unreachable: 'We cannot be reached right now. Please try again in a minute.',
};
