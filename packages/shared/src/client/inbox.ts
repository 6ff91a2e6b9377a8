import type { InboxReply } from "../protocol.ts";
import type { Result } from "../result.ts";
import type { InboxFilter } from "../schema/commands.ts";
import { belongs, compareRows, type InboxRow, reduceInbox } from "../view/inbox.ts";
import type { Connection } from "./connection.ts";
import type { AgentState } from "./types.ts";
import type { World } from "./world.ts";

/** Counts are asked for at most this often. Milliseconds. */
const recountMs = 2000;
/** A row whose change was never told leaves no hole, so the list is compared with its counts this often. Milliseconds. */
const compareMs = 30_000;

export type InboxHandlers = {
  changed(): void;
  row(row: InboxRow, before: InboxRow | undefined): void;
};

/** An agent's list of conversations under one filter, with the counts of the others kept right. */
export type Inbox = {
  readonly state: AgentState["inbox"];
  readonly agents: AgentState["agents"];
  agentId: string;
  /** Loads the first page of a filter, by default the one shown; answers once it is here, however long that takes. */
  load(filter?: InboxFilter): Promise<Result<unknown>>;
  /** Answers whoever still waits for a load. */
  stop(): void;
  more(): Promise<Result<unknown>>;
  take(row: InboxRow): void;
  setAgents(agents: AgentState["agents"]): void;
};

type Self = {
  world: World;
  connection: Connection;
  on: InboxHandlers;
  agentId: string;
  state: AgentState["inbox"];
  agents: AgentState["agents"];
  /** The latest state of every row that was seen since the list was loaded. */
  known: Map<string, InboxRow>;
  /** Filters of which every row is known, so that an unknown row was not among them. */
  complete: Set<InboxFilter>;
  /** Grows with every load; the answer to an older one is dropped. */
  loads: number;
  /** Rows that changed while a page was on its way. */
  during: InboxRow[];
  isRecounting: boolean;
  waiting: Set<(result: Result<unknown>) => void>;
  cancelCompare?: () => void;
};

/** Makes an inbox that is empty until its first `load`. */
export function createInbox(world: World, connection: Connection, on: InboxHandlers): Inbox {
  const self: Self = {
    world,
    connection,
    on,
    agentId: "",
    state: { filter: "queue", rows: [], counts: { queue: 0, mine: 0 }, loading: false },
    agents: [],
    known: new Map(),
    complete: new Set(),
    loads: 0,
    during: [],
    isRecounting: false,
    waiting: new Set(),
  };
  return {
    get state() {
      return self.state;
    },
    get agents() {
      return self.agents;
    },
    get agentId() {
      return self.agentId;
    },
    set agentId(id) {
      self.agentId = id;
    },
    load: (filter = self.state.filter) =>
      new Promise((settle) => {
        self.waiting.add(settle);
        void load(self, filter);
      }),
    stop() {
      self.cancelCompare?.();
      answer(self, connection.refusal);
    },
    more: () => more(self),
    take: (row) => take(self, row),
    setAgents(agents) {
      self.agents = agents;
      on.changed();
    },
  };
}

function update(self: Self, patch: Partial<Self["state"]>): void {
  self.state = { ...self.state, ...patch };
  self.on.changed();
}

function answer(self: Self, result: Result<unknown>): void {
  const waiting = [...self.waiting];
  self.waiting.clear();
  for (const settle of waiting) settle(result);
}

async function load(self: Self, filter: InboxFilter): Promise<void> {
  const mine = ++self.loads;
  self.known.clear();
  self.complete.clear();
  self.during = [];
  const isOther = filter !== self.state.filter;
  update(self, { filter, loading: true, ...(isOther && { rows: [], cursor: undefined }) });
  const result = await self.connection.ask<InboxReply>("inbox.open", { filter });
  if (mine !== self.loads) return;
  if (!result.ok) {
    const { retryable, retryAfterMs } = result.error;
    if (!retryable) {
      update(self, { loading: false });
      answer(self, result);
    } else if (self.connection.state === "online") {
      self.world.after(retryAfterMs ?? recountMs, () => mine === self.loads && void load(self, filter));
    }
    return;
  }
  const { rows, cursor, counts, agents } = result.data;
  self.agents = agents;
  const during = self.during;
  addPage(self, rows, cursor);
  update(self, { rows: latest(self, rows, filter), cursor, counts, loading: false });
  if (during.length > 0) recount(self);
  compareLater(self);
  answer(self, result);
}

/** Reads the list again where the server counts otherwise than is shown, and nothing changed meanwhile. */
function compareLater(self: Self): void {
  self.cancelCompare?.();
  self.cancelCompare = self.world.after(compareMs, async () => {
    const { counts, filter } = self.state;
    const mine = self.loads;
    const result = await self.connection.ask<InboxReply>("inbox.open", { filter, limit: 1 });
    // A new connection loads anew.
    if (mine !== self.loads || self.connection.state !== "online") return;
    compareLater(self);
    if (!result.ok || self.isRecounting || self.state.counts !== counts) return;
    const { queue, mine: own } = result.data.counts;
    if (queue !== counts.queue || own !== counts.mine) void load(self, filter);
  });
}

async function more(self: Self): Promise<Result<unknown>> {
  const { filter, cursor, loading } = self.state;
  if (!cursor || loading) return { ok: true, data: {} };
  const mine = ++self.loads;
  self.during = [];
  update(self, { loading: true });
  const result = await self.connection.ask<InboxReply>("inbox.open", { filter, cursor });
  if (mine !== self.loads) return result;
  if (!result.ok) {
    update(self, { loading: false });
    return result;
  }
  addPage(self, result.data.rows, result.data.cursor);
  const ids = new Set(self.state.rows.map((row) => row.conversation.id));
  const added = result.data.rows.filter((row) => !ids.has(row.conversation.id));
  update(self, {
    rows: latest(self, [...self.state.rows, ...added], filter),
    cursor: result.data.cursor,
    loading: false,
  });
  return result;
}

function addPage(self: Self, rows: InboxRow[], cursor: string | undefined): void {
  for (const row of rows) {
    const known = self.known.get(row.conversation.id);
    if (!known || known.conversation.seq < row.conversation.seq) self.known.set(row.conversation.id, row);
  }
  if (!cursor) self.complete.add(self.state.filter);
}

/** The rows of a page as they are now, with what changed while it was on its way. */
function latest(self: Self, rows: InboxRow[], filter: InboxFilter): InboxRow[] {
  const isMine = (row: InboxRow) => belongs(row, filter, self.agentId);
  const now = rows.map((row) => self.known.get(row.conversation.id) ?? row).filter(isMine);
  return self.during.reduce((list, row) => reduceInbox(list, row, filter, self.agentId), now.sort(compareRows(filter)));
}

function take(self: Self, row: InboxRow): void {
  const { id, seq } = row.conversation;
  const before = self.known.get(id);
  if (before && before.conversation.seq > seq) return;
  self.known.set(id, row);
  const { filter, loading, counts, rows } = self.state;
  if (loading) self.during.push(row);
  const queue = difference(self, "queue", row, before);
  const mine = difference(self, "mine", row, before);
  if (queue === undefined || mine === undefined) recount(self);
  const next = { queue: counts.queue + (queue ?? 0), mine: counts.mine + (mine ?? 0) };
  update(self, { rows: reduceInbox(rows, row, filter, self.agentId), counts: queue || mine ? next : counts });
  self.on.row(row, before);
}

/** How a change moves a filter's count; `undefined` where it can't be known without asking. */
function difference(self: Self, filter: InboxFilter, row: InboxRow, before: InboxRow | undefined): number | undefined {
  if (!before && !self.complete.has(filter)) return undefined;
  const was = before !== undefined && belongs(before, filter, self.agentId);
  return Number(belongs(row, filter, self.agentId)) - Number(was);
}

/** Asks for the counts a little later, once for all that changes until then. */
function recount(self: Self): void {
  if (self.isRecounting) return;
  self.isRecounting = true;
  self.world.after(recountMs, async () => {
    self.isRecounting = false;
    const { counts } = self.state;
    const result = await self.connection.ask<InboxReply>("inbox.open", { filter: self.state.filter, limit: 1 });
    if (!result.ok) return;
    // A row that changed meanwhile may or may not be counted: the count is right the next time.
    if (self.state.counts !== counts) recount(self);
    else update(self, { counts: result.data.counts });
  });
}
