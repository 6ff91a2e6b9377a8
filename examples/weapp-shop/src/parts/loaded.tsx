import { Button } from "@tarojs/components";
import { type ReactNode, useEffect, useState } from "react";
import { type Product, readGoods } from "../shop/goods.ts";
import { words } from "../shop/words.ts";
import { Empty } from "./empty.tsx";

/** Shows what needs the goods once they are there, or that they could not be read. */
export function Loaded({ children }: { children: (goods: Product[]) => ReactNode }) {
  const [goods, setGoods] = useState<Product[]>();
  const [hasFailed, setFailed] = useState(false);
  const load = () => {
    setFailed(false);
    readGoods().then(setGoods, () => setFailed(true));
  };
  useEffect(load, []);
  if (goods) return <>{children(goods)}</>;
  if (!hasFailed) return null;
  return (
    <Empty title={words().failed} hint={words().failedHint}>
      <Button className="button button-main" onClick={load}>
        {words().retry}
      </Button>
    </Empty>
  );
}
