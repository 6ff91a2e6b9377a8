import { Text, View } from "@tarojs/components";
import { optionsOf, type Product, skuOf } from "../../shop/goods.ts";
import { nameOf, swatchOf } from "../../shop/names.ts";
import "./options.css";

type Props = {
  product: Product;
  chosen: Record<string, string>;
  choose(name: string, value: string): void;
};

/** Size, colour and what else a product is chosen by. */
export function Options({ product, chosen, choose }: Props) {
  return (
    <>
      {optionsOf(product).map(({ name, values }) => (
        <View key={name} className="option">
          <View className="option-name">
            {nameOf(name)}
            <Text className="option-value">{nameOf(chosen[name] ?? "")}</Text>
          </View>
          <View className="choices">
            {values.map((value) => {
              const isOut = !skuOf(product, { ...chosen, [name]: value })?.stock;
              const state = `${chosen[name] === value ? "is-chosen" : ""} ${isOut ? "is-out" : ""}`;
              return (
                <View key={value} className={`choice ${state}`} onClick={() => choose(name, value)}>
                  {swatchOf(value) && <View className="swatch" style={{ backgroundColor: swatchOf(value) }} />}
                  {nameOf(value)}
                </View>
              );
            })}
          </View>
        </View>
      ))}
    </>
  );
}
