import type { Provider } from '../provider.ts';

/** Files of this site, below public/. */
export const file: Provider = {
  name: 'this site',
  match(source) {
    if (!/^\/(?!\/)[^?#%\\\s]+\.(?:webm|mp4|m4v|ogv)$/i.test(source) || source.split('/').includes('..'))
      return undefined;
    return { kind: 'file', provider: this.name, address: source };
  },
};
