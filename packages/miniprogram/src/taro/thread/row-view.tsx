import { View } from "@tarojs/components";
import type { Cards } from "@yiwen/miniprogram";
import { formatDay, formatTime, isSameRow, linkify, noticeText, type Row } from "@yiwen/miniprogram/view";
import { memo, useState } from "react";
import { Coupon } from "../cards/coupon.tsx";
import { Order } from "../cards/order.tsx";
import { Product } from "../cards/product.tsx";
import { type Language, useLanguage } from "../use-language.ts";
import { MessageRow } from "./message-row.tsx";
import { SourcedRow } from "./sourced-row.tsx";
import { sourcesTitle } from "./sources.tsx";
import { TextRow } from "./text-row.tsx";

type Props = { row: Row; cards: Cards };

/** One line of the thread; made again only when what it shows changes. */
export const RowView = memo(function RowView({ row, cards }: Props) {
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const day = row.day === undefined ? undefined : formatDay(row.day, Date.now(), language.texts, language.locale);
  if (row.kind === "message") {
    const { content, from, sources, failure } = row;
    const head = headOf(row, language);
    const face = from === "agent" ? [...(row.head?.name ?? "")][0] : undefined;
    const text = content.kind === "text" || content.kind === "choices" ? content.text : undefined;
    const toggle = () => setOpen(!isOpen);
    if (text !== undefined && !failure && linkify(text).every((part) => !part.href)) {
      const plain = { from, day, head, face, text };
      if (sources.length === 0) return <TextRow {...plain} />;
      if (!isOpen) return <SourcedRow {...plain} title={sourcesTitle(language.texts, sources)} onOpen={toggle} />;
    }
    return <MessageRow row={row} day={day} head={head} face={face} cards={cards} opening={{ isOpen, toggle }} />;
  }
  return (
    <View className="yw-row">
      {day && <View className="yw-day">{day}</View>}
      <Event row={row} cards={cards} />
    </View>
  );
}, isSame);

function Event({ row, cards }: { row: Exclude<Row, { kind: "message" }>; cards: Cards }) {
  const { notice, consult } = useLanguage().texts;
  switch (row.kind) {
    case "notice":
      return <View className="yw-notice">{noticeText(notice, row.event)}</View>;
    case "coupon":
      return <Coupon code={row.code} label={row.label} />;
    case "consult":
      return (
        <View className="yw-consult">
          {row.productId && <Product card={cards.products[row.productId]} label={consult.product} />}
          {row.orderId && <Order card={cards.orders[row.orderId]} label={consult.order} />}
        </View>
      );
  }
}

function headOf(row: Extract<Row, { kind: "message" }>, { locale, texts }: Language): string | undefined {
  if (!row.head) return undefined;
  const time = formatTime(row.head.at, locale);
  if (row.from === "shopper") return time;
  return `${row.head.name ?? (row.from === "bot" ? texts.assistant : texts.agentRole)} · ${time}`;
}

function isSame(a: Props, b: Props): boolean {
  if (!isSameRow(a.row, b.row)) return false;
  return productOf(a) === productOf(b) && orderOf(a) === orderOf(b);
}

function productOf({ row, cards }: Props) {
  const id = row.kind === "consult" ? row.productId : contentOf(row, "product")?.productId;
  return id === undefined ? undefined : cards.products[id];
}

function orderOf({ row, cards }: Props) {
  const id = row.kind === "consult" ? row.orderId : contentOf(row, "order")?.orderId;
  return id === undefined ? undefined : cards.orders[id];
}

type ContentOf<K> = Extract<Extract<Row, { kind: "message" }>["content"], { kind: K }>;

function contentOf<K extends "product" | "order">(row: Row, kind: K): ContentOf<K> | undefined {
  return row.kind === "message" && row.content.kind === kind ? (row.content as ContentOf<K>) : undefined;
}
