import type { Records } from "../weapp.ts";

/** The three callbacks that every call of `wx` takes. */
export type Callbacks = {
  success?(result: object): void;
  fail?(error: object): void;
  complete?(result: object): void;
};

/** What a call was given; each function reads its own options out of it. */
export type Options = Callbacks & Record<string, unknown>;

/** Makes one function of `wx` from what it does. */
export type Answer = (
  name: string,
  run: (options: Options) => object | undefined | Promise<object | undefined>,
) => WxCall;

export type WxCall = (options?: Options) => Promise<object> | undefined;

/** Makes functions in the manner of `wx`: callbacks where there are any, else a promise. */
export function createAnswer(records: Records): Answer {
  return (name, run) => {
    return (options = {}) => {
      note(records, name, options);
      const result = new Promise<object | undefined>((resolve) => resolve(run(options))).then(
        (value) => ({ errMsg: `${name}:ok`, ...value }),
        (error: Error & { errno?: number; errCode?: number }) => {
          const { errno, errCode, message } = error;
          throw {
            errMsg: `${name}:fail ${message}`,
            ...(errno !== undefined && { errno }),
            ...(errCode !== undefined && { errCode }),
          };
        },
      );
      if (!options.success && !options.fail && !options.complete) return result;
      result.then(
        (value) => {
          options.success?.(value);
          options.complete?.(value);
        },
        (error: object) => {
          options.fail?.(error);
          options.complete?.(error);
        },
      );
      return undefined;
    };
  };
}

/** Remembers a call for the test. */
export function note(records: Records, name: string, options: object): void {
  records.calls.push({ name, options: JSON.parse(JSON.stringify(options)) });
}
