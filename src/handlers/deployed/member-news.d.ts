/** What the build puts in the place of the form of members' news: see build/member-news-plugin.ts. */
declare module 'lifeguard:member-news' {
  import type { Schema } from '@cfworker/json-schema';

  const schema: Schema;
  export default schema;
}
