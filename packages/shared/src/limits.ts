/** Every limit that crosses the wire, in one place; docs/PROTOCOL.md quotes these numbers. */
export const limits = {
  /** Longest text of one message, in UTF-16 code units (what `String.length` counts). */
  messageLength: 4000,
  /** Longest comment that goes with a rating, in UTF-16 code units. */
  commentLength: 1000,
  /** Most events in one page of `conversation.open`. */
  pageSize: 200,
  /** Events in a page when the client names no `limit`. */
  defaultPageSize: 50,
  /** Most inbox rows in one page. */
  inboxPageSize: 200,
  /** Most product or order ids in one `catalog.read`. */
  cardBatch: 50,
  /** Most choices under one message. */
  choices: 8,
  /** Largest picture, in bytes. */
  uploadBytes: 5_242_880,
  /** Longest side of a picture, in pixels. */
  uploadSide: 8000,
  /** Pictures that one shopper may send up within 24 hours. */
  uploadsPerDay: 100,
  /** Most behaviour events in one `POST /v1/behaviours`. */
  behaviourBatch: 100,
  /** Behaviour events kept of one shopper, the latest. */
  behavioursKept: 500,
  /** Largest socket frame the server reads, in bytes. */
  frameBytes: 65_536,
  /** Milliseconds after which a typing signal is forgotten. */
  typingExpiresMs: 6000,
} as const;
