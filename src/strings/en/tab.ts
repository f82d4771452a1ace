/** How the tab of a browser is called. */
export const tab = {
  title: ({ page, site }: { page: string; site: string }) => `${page} · ${site}`,
};
