/** What a node hears of the others. */
export type Hearing = {
  /** Another node told this. */
  told(from: string, head: string, body: string): void;
  /** What the others posted under this key is different now. */
  changed(key: string): void;
  /** Something was told that this node will never hear: whoever listens here must look for themselves. */
  missed(): void;
};

/** The nodes of one deployment. Telling never fails and never waits; who could not hear it learns that they missed something. */
export type Nodes = {
  /** This node's name, new at each start. */
  readonly me: string;
  /** The other nodes that are there, as far as this one knows. */
  others(): string[];
  /** Tells all other nodes, in order. Neither `head` nor `body` may hold a line break. */
  tell(head: string, body?: string): void;
  /** Keeps something for the others to read as long as this node is there; `undefined` takes it away. */
  post(key: string, value: unknown): void;
  /** What the others posted under a key. */
  posted(key: string): unknown[];
  /** Counts one more under a key, on all nodes together, for `windowMs` from the first; undefined when nobody can count now. */
  count(key: string, windowMs: number): Promise<number | undefined>;
  /** Begins to hear; what is told from now on is heard. */
  open(hearing: Hearing): Promise<void>;
  /** Says goodbye and hears nothing more. */
  close(): Promise<void>;
};
