/** What was asked for can't be done as asked; the message is all that is shown. */
export class UsageError extends Error {}
