import { Image, Text, View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import { errorText, pictureBox } from "@yiwen/miniprogram/view";
import type { PictureUpload } from "../chat.ts";
import { useChatPage } from "../chat-context.ts";
import { Icon } from "../parts/icon.tsx";
import { useLanguage } from "../use-language.ts";

/** Pictures on their way up, from the phone's own files; they become messages once they are there. */
export function Uploads({ uploads }: { uploads: PictureUpload[] }) {
  return (
    <View>
      {uploads.map((upload) => (
        <View key={upload.id} className="yw-row yw-from-shopper">
          <UploadPicture upload={upload} />
          <UploadState upload={upload} />
        </View>
      ))}
    </View>
  );
}

function UploadPicture({ upload: { path, width, height } }: { upload: PictureUpload }) {
  const box = pictureBox(width && height ? { width, height } : undefined);
  return (
    <Image
      className="yw-photo yw-is-sending"
      style={`width:${box.width}rpx;height:${box.height}rpx`}
      src={path}
      mode="aspectFill"
      onClick={() => void Taro.previewImage({ urls: [path] })}
    />
  );
}

function UploadState({ upload: { id, failure } }: { upload: PictureUpload }) {
  const { texts } = useLanguage();
  const { chat } = useChatPage();
  if (!failure) return <View className="yw-state">{texts.pictures.sending}</View>;
  return (
    <View className="yw-failed">
      <Icon name="alert" />
      <Text>{failure === "unavailable" ? texts.pictures.failed : errorText(texts, failure)}</Text>
      <Text className="yw-link" onClick={() => chat.retryPicture(id)}>
        {texts.message.retry}
      </Text>
      <Text className="yw-link" onClick={() => chat.discardPicture(id)}>
        {texts.message.discard}
      </Text>
    </View>
  );
}
