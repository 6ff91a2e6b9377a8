export type StartErrorCode =
  | "wrong_setting"
  | "port_in_use"
  | "address_unavailable"
  | "folder_unwritable"
  | "folder_in_use"
  | "database_unreachable"
  | "redis_unreachable"
  | "not_built";

/** Why the server can't start, in one line that the operator can act on; the command line prints it without a stack. */
export class StartError extends Error {
  readonly code: StartErrorCode;

  constructor(code: StartErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "StartError";
    this.code = code;
  }
}
