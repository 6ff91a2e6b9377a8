type Posts = Map<string, unknown>;
/** `during`: what was heard while its posts were read, which may be older. */
type Peer = { posts: Posts; heardAt: number; during?: Posts };

/** What this node knows of the others. */
export type Peers = {
  names(): string[];
  posted(key: string): unknown[];
  /** A node told something, so it is there; what it posted is read when it was unknown. */
  heard(node: string): void;
  /** A node posted something, or took it away (""). */
  take(node: string, key: string, value: unknown): void;
  left(node: string): void;
  /** Learns of these before anything else is heard. */
  learn(nodes: string[]): Promise<void>;
  /** Reads again what all of them posted. */
  readAll(): void;
  /** Takes leave of who was silent for too long; not when it was us who heard nothing. */
  check(everyMs: number): void;
  /** Nobody could be heard for a while: their silence begins now. */
  forgive(): void;
};

type World = { ttlMs: number; read(node: string): Promise<Posts>; changed(key: string): void };

/** Keeps a copy of what each other node posted, until the node is gone. */
export function createPeers({ ttlMs, read, changed }: World): Peers {
  const peers = new Map<string, Peer>();
  let checkedAt = performance.now();

  function tellOf(...posts: (Posts | undefined)[]): void {
    for (const key of new Set(posts.flatMap((some) => [...(some?.keys() ?? [])]))) if (key !== "") changed(key);
  }

  function put(posts: Posts | undefined, key: string, value: unknown): void {
    if (value === "") posts?.delete(key);
    else posts?.set(key, value);
  }

  function left(node: string): void {
    const peer = peers.get(node);
    if (peers.delete(node)) tellOf(peer?.posts);
  }

  async function readOne(node: string): Promise<void> {
    const peer = peers.get(node);
    if (!peer) return;
    peer.during = new Map();
    const posts = await read(node);
    for (const [key, value] of peer.during) put(posts, key, value);
    const before = peer.posts;
    peer.posts = posts;
    peer.during = undefined;
    tellOf(before, posts);
  }

  function heard(node: string): Peer {
    const known = peers.get(node);
    const peer: Peer = known ?? { posts: new Map(), heardAt: 0 };
    peer.heardAt = performance.now();
    peers.set(node, peer);
    if (!known) readOne(node).catch(() => {});
    return peer;
  }

  const forgive = () => {
    for (const peer of peers.values()) peer.heardAt = performance.now();
  };

  return {
    names: () => [...peers.keys()],
    posted: (key) => [...peers.values()].flatMap(({ posts }) => (posts.has(key) ? [posts.get(key)] : [])),
    heard,
    left,
    forgive,
    take(node, key, value) {
      const { posts, during } = heard(node);
      put(posts, key, value);
      during?.set(key, value);
      changed(key);
    },
    async learn(nodes) {
      await Promise.all(
        nodes.map(async (node) => {
          peers.set(node, { posts: await read(node), heardAt: performance.now() });
        }),
      );
    },
    readAll() {
      for (const node of peers.keys()) readOne(node).catch(() => {});
    },
    check(everyMs) {
      const now = performance.now();
      if (now - checkedAt > 2 * everyMs) forgive();
      checkedAt = now;
      for (const [node, { heardAt }] of peers) if (now - heardAt > ttlMs) left(node);
    },
  };
}
