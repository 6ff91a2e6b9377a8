import type { Records, Weapp } from "./weapp.ts";

declare global {
  interface Window {
    __weapp: Weapp;
    weappDriver: Driver;
  }
}

/** What the test's side does to the phone; reached as `weappDriver` in the screen's window. */
export type Driver = {
  records: Records;
  /** The app goes to the background. The system ends its sockets there, as WeChat does after five seconds. */
  hide(): void;
  show(): void;
  /** How many sockets are not closed. */
  sockets(): number;
  /** The on-screen keyboard comes, with its height in CSS pixels, or goes with 0. */
  keyboard(height: number): void;
  /** The routes of the open pages, lowest first. */
  pages(): string[];
  /** What the top page would share. */
  share(): unknown;
  /** Opens a page as a tapped link or card would. */
  open(url: string): void;
};
