const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Who a JWT is about, unchecked: the server checks it, this only tells one person's storage from another's. */
export function subjectOf(jwt: string): string {
  try {
    return String(JSON.parse(bytesOf(jwt.split(".")[1] ?? "")).sub);
  } catch {
    return jwt;
  }
}

/** Base64url as a string of bytes, for WeChat has no `atob`. Bytes over 127 stay as they are: JSON's own signs are ASCII. */
function bytesOf(base64url: string): string {
  let [bits, held, text] = [0, 0, ""];
  for (const sign of base64url.replace(/=+$/, "")) {
    bits = ((bits << 6) | alphabet.indexOf(sign)) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    text += String.fromCharCode((bits >> held) & 0xff);
  }
  return text;
}
