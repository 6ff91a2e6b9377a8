/**
 * The one list of errors. `status` is what HTTP answers, `retryable` says whether sending
 * the same thing again can succeed. Clients translate `code`; `message` is for developers.
 */
export const errors = {
  invalid_input: { status: 400, retryable: false, message: "the input does not fit its schema" },
  unknown_command: { status: 400, retryable: false, message: "there is no such command" },
  message_too_long: { status: 400, retryable: false, message: "the message is longer than 4,000 characters" },
  too_large: { status: 413, retryable: false, message: "the body is larger than this route takes" },
  upload_too_large: { status: 413, retryable: false, message: "the picture is over 5 MB or 8,000 pixels a side" },
  upload_not_image: { status: 415, retryable: false, message: "the file is not a JPEG, PNG, WebP or GIF picture" },
  upload_too_slow: { status: 408, retryable: true, message: "the picture did not come in time" },
  unauthorized: { status: 401, retryable: false, message: "sign in first" },
  login_failed: { status: 401, retryable: false, message: "wrong email or password" },
  token_expired: { status: 401, retryable: false, message: "the session token has expired" },
  identity_invalid: { status: 401, retryable: false, message: "the shop's identity token does not verify" },
  wechat_code_invalid: { status: 401, retryable: false, message: "WeChat does not know this code; get a new one" },
  forbidden: { status: 403, retryable: false, message: "this actor may not do that" },
  origin_not_allowed: { status: 403, retryable: false, message: "this origin is not on the shop's list" },
  not_found: { status: 404, retryable: false, message: "there is nothing here" },
  shop_not_found: { status: 404, retryable: false, message: "no shop has this public key" },
  conversation_not_found: { status: 404, retryable: false, message: "no such conversation for this actor" },
  product_not_found: { status: 404, retryable: false, message: "no such product on sale in this shop" },
  order_not_found: { status: 404, retryable: false, message: "no such order of this shopper" },
  agent_not_found: { status: 404, retryable: false, message: "no such agent in this shop" },
  upload_not_found: { status: 404, retryable: false, message: "no such picture of this sender" },
  conversation_closed: { status: 409, retryable: false, message: "the conversation is closed" },
  already_taken: { status: 409, retryable: false, message: "another agent has this conversation" },
  not_yours: { status: 409, retryable: false, message: "only the agent who has the conversation may do that" },
  not_queued: { status: 409, retryable: false, message: "the conversation is not waiting for an agent" },
  not_closed: { status: 409, retryable: false, message: "only a closed conversation can be rated" },
  already_rated: { status: 409, retryable: false, message: "the conversation has its rating" },
  command_id_reused: { status: 409, retryable: false, message: "this command id was used with another body" },
  conflict: { status: 409, retryable: true, message: "the conversation changed meanwhile; try again" },
  model_not_configured: {
    status: 409,
    retryable: false,
    message: "the shop has no language model, or does not use it",
  },
  wechat_not_configured: { status: 409, retryable: false, message: "the shop has no WeChat mini-program set up" },
  content_refused: { status: 422, retryable: false, message: "WeChat's content check refused this" },
  rate_limited: { status: 429, retryable: true, message: "too many commands; wait retryAfterMs" },
  upload_quota_reached: { status: 429, retryable: true, message: "too many pictures within 24 hours" },
  overloaded: { status: 503, retryable: true, message: "the server sheds load; wait retryAfterMs" },
  wechat_busy: { status: 503, retryable: true, message: "WeChat is busy; wait retryAfterMs" },
  model_unavailable: { status: 503, retryable: true, message: "the language model can't be reached or is over budget" },
  unavailable: { status: 503, retryable: true, message: "the store can't be reached; wait retryAfterMs" },
  internal_error: { status: 500, retryable: true, message: "something broke on our side" },
} as const satisfies Record<string, { status: number; retryable: boolean; message: string }>;

export type ErrorCode = keyof typeof errors;

/** What a refused command or request carries. `retryAfterMs` is in milliseconds. */
export type ErrorBody = {
  code: ErrorCode;
  message: string;
  retryable: boolean;
  retryAfterMs?: number;
  /** Where the input is wrong, as a JSON pointer, when the code is `invalid_input`. */
  path?: string;
};

/** Builds the body for a code; `detail` replaces the general message with a particular one. */
export function errorBody(
  code: ErrorCode,
  detail?: string,
  extra?: Pick<ErrorBody, "retryAfterMs" | "path">,
): ErrorBody {
  const { message, retryable } = errors[code];
  return { code, message: detail ?? message, retryable, ...extra };
}
