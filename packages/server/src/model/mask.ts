import { type PersonalKind, personalIn, personalKinds } from "./personal.ts";

/** Hides what is personal in texts that leave the server, and puts it back in what returns. One for one task. */
export type Mask = {
  hide(text: string): string;
  restore(text: string): string;
};

const placeholder = new RegExp(`[[【［]\\s*(${personalKinds.join("|")})[ _]?(\\d+)\\s*[\\]】］]`, "gi");

type Terms = {
  /** Hides these wherever they stand. */
  add(secrets: Iterable<string>): void;
  /** Leaves the short codes in a text readable: numbers of products are no secret, unless they were hidden before. */
  publish(text: string): void;
};

/** `known` are what must be hidden wherever it stands: numbers of orders and parcels. */
export function createMask(known: Iterable<string> = []): Mask & Terms {
  const names = new Map<string, string>();
  const secrets = new Map<string, string>();
  const counts = new Map<PersonalKind, number>();
  const always = new Set<string>();
  const open = new Set<string>();

  const nameOf = (kind: PersonalKind, secret: string): string => {
    const given = names.get(secret);
    if (given) return given;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const name = `[${kind}_${count}]`;
    names.set(secret, name);
    secrets.set(name, secret);
    return name;
  };
  const add = (more: Iterable<string>) => {
    for (const secret of more) if (secret.length > 2) always.add(secret);
  };
  add(known);

  return {
    add,
    publish(text) {
      for (const [code] of text.matchAll(/[A-Za-z]+[-_]?\d+[A-Za-z\d]*/g))
        if (!names.has(code)) open.add(code.toLowerCase());
    },
    hide(text) {
      // Somebody who writes a placeholder must not be given what stands behind it.
      const plain = text.replace(placeholder, "[…]");
      let hidden = "";
      let from = 0;
      for (const { kind, at, end } of personalIn(plain, { known: always, open })) {
        hidden += plain.slice(from, at) + nameOf(kind, plain.slice(at, end));
        from = end;
      }
      return hidden + plain.slice(from);
    },
    restore: (text) =>
      text.replace(
        placeholder,
        (whole, kind: string, n: string) => secrets.get(`[${kind.toUpperCase()}_${n}]`) ?? whole,
      ),
  };
}

/** Placeholders that stand for nothing: a model made them up. */
export function strayPlaceholders(restored: string): string[] {
  return restored.match(placeholder) ?? [];
}
