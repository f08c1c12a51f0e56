import type { Plugin } from 'esbuild';
import { memberNewsJsonSchema } from '../src/cli/member-news-schema.ts';

/** Resolves the import `lifeguard:member-news` to the JSON schema of members' news: what deploys has no zod. */
export const memberNewsPlugin: Plugin = {
  name: 'member-news',
  setup(build) {
    build.onResolve({ filter: /^lifeguard:member-news$/ }, ({ path }) => ({
      path,
      namespace: 'member-news',
    }));
    build.onLoad({ filter: /.*/, namespace: 'member-news' }, () => ({
      contents: JSON.stringify(memberNewsJsonSchema()),
      loader: 'json',
    }));
  },
};
