declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** DynamoDB's wire protocol on an HTTP server, kept in memory. */
  const dynalite: (options: { readonly createTableMs: number }) => Server;
  export default dynalite;
}
