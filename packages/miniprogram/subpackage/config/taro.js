// @tarojs/taro as a module: as CommonJS it would keep all of Taro's runtime, used or not.
import taro from "@tarojs/api";
import { hooks } from "@tarojs/runtime";

if (hooks.isExist("initNativeApi")) hooks.call("initNativeApi", taro);

export const initPxTransform = (config) => taro.initPxTransform(config);

// The framework adds these while it starts.
export const useDidHide = (run) => taro.useDidHide(run);
export const useDidShow = (run) => taro.useDidShow(run);
export const useRouter = () => taro.useRouter();
export const useUnload = (run) => taro.useUnload(run);

export default taro;
