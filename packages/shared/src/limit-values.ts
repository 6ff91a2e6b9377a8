/** Longest text of one message, in UTF-16 code units (what `String.length` counts). */
export const messageLength = 4000;
/** Longest comment that goes with a rating, in UTF-16 code units. */
export const commentLength = 1000;
/** Most events in one page of `conversation.open`. */
export const pageSize = 200;
/** Events in a page when the client names no `limit`. */
export const defaultPageSize = 50;
/** Most inbox rows in one page. */
export const inboxPageSize = 200;
/** Most product or order ids in one `catalog.read`. */
export const cardBatch = 50;
/** Most choices under one message. */
export const choices = 8;
/** Largest picture, in bytes. */
export const uploadBytes = 5_242_880;
/** Longest side of a picture, in pixels. */
export const uploadSide = 8000;
/** Pictures that one shopper may send up within 24 hours. */
export const uploadsPerDay = 100;
/** Most behaviour events in one `POST /v1/behaviours`. */
export const behaviourBatch = 100;
/** Behaviour events kept of one shopper, the latest. */
export const behavioursKept = 500;
/** Largest socket frame the server reads, in bytes. */
export const frameBytes = 65_536;
/** Milliseconds after which a typing signal is forgotten. */
export const typingExpiresMs = 6000;
