import type { Wx, WxNetwork } from "./wx.ts";

export type LifecycleHandlers = {
  shown(): void;
  hidden(): void;
  /** There is a network, and it is another than before. */
  networkChanged(): void;
};

/** Follows the app to the background and back, and from network to network; answers how to stop. */
export function followApp(wx: Wx, on: LifecycleHandlers): () => void {
  let before: string | undefined;
  const shown = () => on.shown();
  const hidden = () => on.hidden();
  const network = ({ isConnected, networkType }: WxNetwork) => {
    const isNew = isConnected && networkType !== before;
    before = isConnected ? networkType : "none";
    if (isNew) on.networkChanged();
  };
  wx.onAppShow(shown);
  wx.onAppHide(hidden);
  wx.onNetworkStatusChange?.(network);
  return () => {
    wx.offAppShow?.(shown);
    wx.offAppHide?.(hidden);
    wx.offNetworkStatusChange?.(network);
  };
}
