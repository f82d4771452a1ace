/** The tokens of the site's own look; look-plugin.ts makes both modules from site.yaml. */
declare module 'virtual:handrail/look.css' {}

declare module 'virtual:handrail/brand' {
  export const brand: import('./brand-module.ts').Brand;
}
