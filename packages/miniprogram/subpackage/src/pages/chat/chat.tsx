import { ChatPage } from "@yiwen/miniprogram/taro";
import { setUpFromHost } from "../../set-up-from-host.ts";

setUpFromHost();

export default ChatPage;
