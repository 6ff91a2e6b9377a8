/**
 * Whether a supervisor may have the server call this address: https, and a name of the public internet. Who runs the
 * server may set any other on its command line, such as a model on the same machine.
 */
export function isPublicEndpoint(baseUrl: string): boolean {
  if (!URL.canParse(baseUrl)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(baseUrl);
  if (protocol !== "https:" || username || password || search || hash) return false;
  const isNumeric = /^[\d.]+$|^\[/.test(hostname) || /^0x/i.test(hostname);
  return (
    !isNumeric &&
    hostname.includes(".") &&
    !/\.(?:local|localhost|internal|intranet|lan|home|corp|test)$/i.test(hostname)
  );
}
