import 'astro';

declare module 'astro' {
  interface AstroClientDirectives {
    /** Loads the island when somebody reaches for it: pointer, focus, touch or click. */
    'client:interact'?: boolean;
  }
}

declare global {
  interface ImportMetaEnv {
    /** Set while building: where the server is, seen from static pages; "none" where there is no server. */
    readonly PUBLIC_API_URL?: string;
  }
}
