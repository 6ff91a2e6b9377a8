export type * from "./chosen-picture.ts";
export * from "./fit.ts";
export * from "./pictures.ts";
export * from "./show-picture.ts";
