/**
 * Whether a route is one of the API's. `url` is the route's own: what a request says may be written in other ways, with
 * `%76` for `v` or a host before the path, and comes to the same route.
 */
export function isOfApi(url: string | undefined): boolean {
  return url?.startsWith("/v1/") ?? false;
}
