/** What Node answers to the phone: a request without an Origin, as WeChat's own network layer sends it. */
export type NodeReply = { status: number; headers: Record<string, string>; base64: string };

export type NodeRequest = { url: string; method: string; headers: Record<string, string>; base64?: string };

export type NodeUpload = { url: string; headers: Record<string, string>; name: string; file: NodeFile };
export type NodeFile = { name: string; mime: string; base64: string };

/** What the test's side of the phone does for the page; playwright puts these functions into the window. */
export type Bridge = {
  weappRequest(request: NodeRequest): Promise<NodeReply>;
  weappUpload(upload: NodeUpload & { form: Record<string, string> }): Promise<NodeReply>;
  /** The next code of `wx.login`. */
  weappLogin(): Promise<string>;
  /** What the person with the phone answers and has. */
  weappPerson(): Promise<Person>;
};

/** Who holds the phone. */
export type Person = {
  language: "zh_CN" | "en";
  /** The pictures of the album, chosen in order. */
  album: NodeFile[];
  /** What is answered to the question for subscription messages. */
  subscribes: "accept" | "reject";
  /** Whether the privacy agreement is still to be given. */
  privacyNeeded: boolean;
};

export const bridge = window as unknown as Bridge;

/** Bytes as base64 and back; in pieces, because a call takes only so many arguments. */
export function toBase64(buffer: ArrayBuffer): string {
  const bytes = new Uint8Array(buffer);
  let text = "";
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(text);
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
