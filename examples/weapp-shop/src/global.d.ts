/// <reference types="@tarojs/taro" />
declare module "*.css";

/** The address of the shop's server, set at build. */
declare const SHOP_SERVER: string;
declare function defineAppConfig<T>(config: T): T;
declare function definePageConfig<T>(config: T): T;
