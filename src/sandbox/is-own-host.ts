/**
 * Whether a request was sent to this machine by a name of its own. A page elsewhere whose host name is made to lead to
 * 127.0.0.1 (DNS rebinding) sends its own name.
 * @param host the header of that name
 * @param port the server's own
 */
export const isOwnHost = (host: string | undefined, port: number): boolean =>
  host === `127.0.0.1:${port}` || host === `localhost:${port}`;
