import type { StructuredData, StructuredNode } from '../../schema/structured-data.ts';

/** What a page says of itself to machines. */
export function structuredData(nodes: readonly StructuredNode[]): StructuredData {
  return { '@context': 'https://schema.org', '@graph': [...nodes] };
}

/** As it stands in a `<script>`: nothing in it may end the script, or begin a comment. */
export function inScript(data: StructuredData): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
