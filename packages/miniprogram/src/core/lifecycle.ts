import type { Wx, WxNetwork } from "./wx.ts";

export type LifecycleHandlers = {
  /** The app is back from the background. */
  shown(): void;
  hidden(): void;
  /** The app is in sight and has a network that is another than before. */
  networkChanged(): void;
};

export type Lifecycle = { show(): void; hide(): void; stop(): void };

/** Follows the app to the background and back, and from network to network. */
export function followApp(wx: Wx, on: LifecycleHandlers): Lifecycle {
  let before: string | undefined;
  let isHidden = false;
  const show = () => {
    // WeChat tells of the first showing too, when there is nothing to come back to.
    if (isHidden) on.shown();
    isHidden = false;
  };
  const hide = () => {
    isHidden = true;
    on.hidden();
  };
  const network = ({ isConnected, networkType }: WxNetwork) => {
    const isNew = isConnected && networkType !== before;
    before = isConnected ? networkType : "none";
    if (isNew && !isHidden) on.networkChanged();
  };
  wx.onAppShow(show);
  wx.onAppHide(hide);
  wx.onNetworkStatusChange?.(network);
  return {
    show,
    hide,
    stop() {
      wx.offAppShow?.(show);
      wx.offAppHide?.(hide);
      wx.offNetworkStatusChange?.(network);
    },
  };
}
