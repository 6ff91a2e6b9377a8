import Taro from "@tarojs/taro";

/** The shop's server: the one of the build; while one develops, another may be named in the storage. */
export function server(): string {
  const isDeveloped = Taro.getAccountInfoSync().miniProgram.envVersion === "develop";
  return (isDeveloped && Taro.getStorageSync<string>("camellia.server")) || SHOP_SERVER;
}

/** Reads what the shop's own server answers; rejects when it does not. */
export async function read<T>(path: string): Promise<T> {
  const { data, statusCode } = await Taro.request<T>({ url: server() + path });
  if (statusCode !== 200) throw new Error(`${path}: ${statusCode}`);
  return data;
}
