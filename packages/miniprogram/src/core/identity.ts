import { subjectOf } from "./jwt.ts";

/** For whom the shop vouches. */
export type Identity = {
  readonly jwt: string | undefined;
  /** Grows with every change to another person. */
  readonly person: number;
  /** Answers what changed: nothing, the word for the same person, the name of whom nobody knew, or the person. */
  set(jwt: string | undefined): "nothing" | "word" | "name" | "person";
};

/** Keeps the shop's latest word. Who was nobody in particular and is named now is the same person still. */
export function createIdentity(first: string | undefined): Identity {
  let jwt = first;
  let person = 0;
  return {
    get jwt() {
      return jwt;
    },
    get person() {
      return person;
    },
    set(now) {
      const before = jwt;
      if (now === before) return "nothing";
      jwt = now;
      if (!before) return "name";
      if (now && subjectOf(now) === subjectOf(before)) return "word";
      person++;
      return "person";
    },
  };
}
