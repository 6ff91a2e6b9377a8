import { Image, Swiper, SwiperItem, View } from "@tarojs/components";
import type { Picture } from "../../shop/goods.ts";
import "./gallery.css";

type Props = { pictures: Picture[]; current: number; onShow(picture: Picture): void };

/** A product's pictures to swipe through; each colour has its own. */
export function Gallery({ pictures, current, onShow }: Props) {
  const swiped = (index: number, source: string) => {
    const picture = pictures[index];
    if (picture && source === "touch" && index !== current) onShow(picture);
  };
  return (
    <View className="gallery">
      <Swiper
        className="gallery-swiper"
        current={current}
        onChange={({ detail }) => swiped(detail.current, detail.source)}
      >
        {pictures.map(({ src }) => (
          <SwiperItem key={src}>
            <Image className="gallery-picture" src={src} mode="aspectFill" lazyLoad webp />
          </SwiperItem>
        ))}
      </Swiper>
      {pictures.length > 1 && (
        <View className="gallery-count">
          {current + 1} / {pictures.length}
        </View>
      )}
    </View>
  );
}
