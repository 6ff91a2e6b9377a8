/** What mini-programs have of the usual globals; `lib` names the language alone. */
declare function setTimeout(run: () => void, ms: number): unknown;
declare function clearTimeout(timer: unknown): void;
declare function getApp(options: { allowDefault: boolean }): Record<string, unknown> | undefined;
