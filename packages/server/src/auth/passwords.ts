import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";

/** 32 MB and about 50 ms a guess; the parameters stand in every hash, so raising them leaves old hashes working. */
const cost = { N: 2 ** 15, r: 8, p: 1 };
const hashBytes = 32;

/** Checked against when nobody has the email, so that the answer takes as long as for a wrong password. */
const nobody = `scrypt$${cost.N}$${cost.r}$${cost.p}$${"A".repeat(22)}$${"A".repeat(43)}`;

/** `scrypt$N$r$p$salt$hash`, salt and hash in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, hashBytes, cost);
  return ["scrypt", cost.N, cost.r, cost.p, salt.toString("base64url"), hash.toString("base64url")].join("$");
}

/** Whether the password is the one of this hash; without a hash it takes the same time and answers no. */
export async function verifyPassword(password: string, stored: string | undefined): Promise<boolean> {
  const [, n, r, p, salt = "", expected = ""] = (stored ?? nobody).split("$");
  const right = Buffer.from(expected, "base64url");
  const options = { N: Number(n), r: Number(r), p: Number(p) };
  const given = await derive(password, Buffer.from(salt, "base64url"), right.length, options);
  return timingSafeEqual(given, right) && stored !== undefined;
}

function derive(password: string, salt: Buffer, length: number, options: ScryptOptions): Promise<Buffer> {
  const memory = 128 * (options.N ?? 0) * (options.r ?? 0);
  return new Promise((resolve, reject) => {
    // The same password typed on another keyboard may be composed of other code points.
    scrypt(password.normalize("NFKC"), salt, length, { ...options, maxmem: 2 * memory }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
