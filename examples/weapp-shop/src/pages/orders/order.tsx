import { Image, Text, View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import { ConsultButton } from "@yiwen/miniprogram/taro";
import type { OrderCard } from "@yiwen/shared";
import { Icon } from "../../parts/icon.tsx";
import { type Product, pictureUrl } from "../../shop/goods.ts";
import { money } from "../../shop/money.ts";
import { itemTitle, nameOf } from "../../shop/names.ts";
import { words } from "../../shop/words.ts";
import "./order.css";

type Props = { order: OrderCard; goods: Product[] };
type Item = OrderCard["items"][number];

/** One order: where it is, what is in it, and one tap to ask about it. */
export function Order({ order, goods }: Props) {
  const { id, status, items, total, latest, carrier = "", trackingNumber = "" } = order;
  return (
    <View className="panel">
      <View className="order-head">
        <Text className={`order-status is-${status}`}>{words().status[status]}</Text>
        <Text className="order-id">{id}</Text>
      </View>
      {items.map((item) => (
        <OrderItem key={item.title} item={item} product={goods.find((one) => one.id === item.productId)} />
      ))}
      {latest && (
        <View className="order-track">
          <Icon name="truck" />
          <View className="order-latest">
            {nameOf(carrier)} {trackingNumber}
            {"\n"}
            {latest.text}
          </View>
        </View>
      )}
      <View className="order-foot">
        <View>
          {status === "unpaid" ? words().due : words().total} <Text className="order-total">{money(total.amount)}</Text>
        </View>
        <ConsultButton className="consult" orderId={id}>
          {words().consultOrder}
        </ConsultButton>
      </View>
    </View>
  );
}

function OrderItem({ item, product }: { item: Item; product: Product | undefined }) {
  const open = () => product && void Taro.navigateTo({ url: `/pages/product/product?id=${product.id}` });
  return (
    <View className="item" onClick={open}>
      <Image className="item-picture" src={pictureUrl(item.image ?? product?.image ?? "")} mode="aspectFill" webp />
      <View className="item-title">{itemTitle(item.title, product)}</View>
      <View className="item-price">
        {money(item.price.amount)} × {item.quantity}
      </View>
    </View>
  );
}
