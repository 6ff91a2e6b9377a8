/** How busy this process is. */
export type Load = {
  /** Milliseconds by which the event loop came late since the last asking: half of its turns were worse. */
  delayMs(): number;
};
