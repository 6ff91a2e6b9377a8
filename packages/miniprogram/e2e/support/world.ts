import { startDemo } from "../../../../test/support/demo-server.ts";
import { codeFor, type ScriptedWechat, startWechatServer } from "../../../server/test/support/wechat-server.ts";

const app = { appId: "wxcamellia", appSecret: "camellia-secret" };

/** The built server with the demo shop, and WeChat's API as it knows it, by script. */
export type World = {
  url: string;
  wechat: ScriptedWechat;
  /** What `wx.login` gives one person, who is someone else at every call of this. */
  newLogin(): () => string;
  close(): Promise<void>;
};

let people = 0;

/** Starts both on free ports. */
export async function startWorld(): Promise<World> {
  const wechat = await startWechatServer();
  wechat.addApp(app);
  const server = await startDemo({
    WECHAT_API_URL: wechat.url,
    WECHAT_APP_ID: app.appId,
    WECHAT_APP_SECRET: app.appSecret,
  });
  return {
    url: server.url,
    wechat,
    newLogin() {
      const openid = `openid-${++people}`;
      return () => codeFor(openid);
    },
    async close() {
      await server.close();
      await wechat.close();
    },
  };
}
