/** Where the host mini-program shows things; `{id}` stands for the product's or the order's id. */
export type HostPages = { product?: string; order?: string };

/** The host's page of a thing: the template with its id filled in; nothing where the host has no such page. */
export function pageOf(template: string | undefined, id: string): string | undefined {
  return template?.split("{id}").join(encodeURIComponent(id));
}

/** What a page was opened with, as `conversation.open` takes it; a page opened plainly consults nothing. */
export function consultOf(
  query: Record<string, string | undefined>,
): { productId: string } | { orderId: string } | undefined {
  const { productId, orderId } = query;
  if (productId) return { productId: decoded(productId) };
  return orderId ? { orderId: decoded(orderId) } : undefined;
}

/** WeChat hands a query over as it was written, so an encoded id is still encoded; a stray % is taken as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The chat page's address with a product or an order; `path` is where the host mounted it. */
export function chatUrl(path: string, target: { productId?: string; orderId?: string } = {}): string {
  const { productId, orderId } = target;
  if (productId) return `${path}?productId=${encodeURIComponent(productId)}`;
  return orderId ? `${path}?orderId=${encodeURIComponent(orderId)}` : path;
}

/** Where a product's picture is read: as it is, or on the server where the shop gave only a path; nothing else is safe. */
export function pictureUrl(src: string | undefined, server: string): string | undefined {
  if (!src) return undefined;
  if (/^https?:\/\//.test(src)) return src;
  return /^\/(?!\/)/.test(src) ? server + src : undefined;
}
