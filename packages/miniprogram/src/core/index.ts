export type { PublicShop, ShopperClient, ShopperState } from "@yiwen/shared";
