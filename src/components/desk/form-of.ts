/** Id of the form of src/components/desk/ActForms.astro in which something of `kind` is done. */
export function formOf(kind: string | undefined): string {
  switch (kind) {
    case 'resolved':
      return 'resolve';
    case 'promise-moved':
      return 'move-promise';
    case 'note':
      return 'note';
    case 'handed-over':
    case 'follow-up-set':
      return 'later';
    case 'released':
      return 'release';
    default:
      return 'reply';
  }
}
