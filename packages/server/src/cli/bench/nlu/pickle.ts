/** A row of numbers of an array that numpy stored, cut by its last dimension. */
export type Matrix = number[][];

type Value = number | boolean | null | string | Uint8Array | Value[] | Matrix | { shape: number[]; rows: Matrix };

const mark = Symbol("mark");

/** Reads the lists, numbers, texts and int32 arrays of a file of Python pickles: data that researchers publish so. */
export function readPickles(bytes: Uint8Array): Value[] {
  const values: Value[] = [];
  const reader = { view: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), at: 0 };
  while (reader.at < reader.view.length) values.push(readOne(reader));
  return values;
}

type Reader = { view: Buffer; at: number };
type Stack = (Value | typeof mark)[];

function readOne(reader: Reader): Value {
  const stack: Stack = [];
  const memo = new Map<number, Value>();
  for (;;) {
    const code = String.fromCharCode(reader.view[reader.at++] ?? 46);
    if (code === ".") return plain(stack.at(-1) as Value);
    if (!number(code, reader, stack) && !text(code, reader, stack) && !group(code, stack))
      remember(code, { reader, stack, memo });
  }
}

function take(reader: Reader, size: number): Buffer {
  reader.at += size;
  return reader.view.subarray(reader.at - size, reader.at);
}

function number(code: string, reader: Reader, stack: Stack): boolean {
  if (code === "K") stack.push(take(reader, 1)[0]!);
  else if (code === "M") stack.push(take(reader, 2).readUInt16LE());
  else if (code === "J") stack.push(take(reader, 4).readInt32LE());
  else if (code === "\x88" || code === "\x89") stack.push(code === "\x88");
  else if (code === "N") stack.push(null);
  else if (code === "\x80") take(reader, 1);
  else return false;
  return true;
}

function text(code: string, reader: Reader, stack: Stack): boolean {
  if (code === "X") stack.push(take(reader, take(reader, 4).readUInt32LE()).toString("utf8"));
  else if (code === "B") stack.push(new Uint8Array(take(reader, take(reader, 4).readUInt32LE())));
  else if (code === "C") stack.push(new Uint8Array(take(reader, take(reader, 1)[0]!)));
  else if (code === "c") stack.push(`${line(reader)}.${line(reader)}`);
  else return false;
  return true;
}

function line(reader: Reader): string {
  const end = reader.view.indexOf(10, reader.at);
  const found = reader.view.toString("utf8", reader.at, end);
  reader.at = end + 1;
  return found;
}

function group(code: string, stack: Stack): boolean {
  const pop = (count: number) => stack.splice(stack.length - count) as Value[];
  const popToMark = () => {
    const from = stack.lastIndexOf(mark);
    const found = stack.splice(from).slice(1) as Value[];
    return found;
  };
  if (code === "(") stack.push(mark);
  else if (code === "]" || code === ")") stack.push([]);
  else if (code === "t") stack.push(popToMark());
  else if (code === "\x85") stack.push(pop(1));
  else if (code === "\x86") stack.push(pop(2));
  else if (code === "\x87") stack.push(pop(3));
  else if (code === "a") {
    const [value] = pop(1);
    (stack.at(-1) as Value[]).push(value!);
  } else if (code === "e") {
    const values = popToMark();
    (stack.at(-1) as Value[]).push(...values);
  } else if (code === "R") {
    // A constructor and its arguments: what is built of them comes next, as its state.
    pop(2);
    stack.push({ shape: [], rows: [] });
  } else if (code === "b") build(stack, pop(1)[0]!);
  else return false;
  return true;
}

function build(stack: Stack, state: Value): void {
  const made = stack.at(-1) as { shape: number[]; rows: Matrix };
  const [, shape, , , bytes] = state as Value[];
  if (!Array.isArray(shape) || !(bytes instanceof Uint8Array)) return;
  const [count = 0, width = 1] = shape as number[];
  const numbers = new Int32Array(bytes.slice().buffer);
  made.shape = shape as number[];
  made.rows = Array.from({ length: count }, (_, row) => [...numbers.subarray(row * width, (row + 1) * width)]);
}

function remember(
  code: string,
  { reader, stack, memo }: { reader: Reader; stack: Stack; memo: Map<number, Value> },
): void {
  const place = () => (code === "q" || code === "h" ? take(reader, 1)[0]! : take(reader, 4).readUInt32LE());
  if (code === "q" || code === "r") memo.set(place(), stack.at(-1) as Value);
  else if (code === "h" || code === "j") stack.push(memo.get(place())!);
  else throw new Error(`the pickle holds "${code}", which isn't read here`);
}

function plain(value: Value): Value {
  if (!Array.isArray(value)) return value !== null && typeof value === "object" && "rows" in value ? value.rows : value;
  return value.map((one) => plain(one as Value)) as Value[];
}
