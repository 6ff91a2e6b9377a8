export default defineAppConfig({ pages: ["pages/chat/chat"] });
