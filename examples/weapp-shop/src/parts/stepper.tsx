import { Button, Text, View } from "@tarojs/components";
import "./stepper.css";

type Props = { value: number; most: number; least?: number; onChange(value: number): void };

/** How many of something: fewer, more. */
export function Stepper({ value, most, least = 1, onChange }: Props) {
  return (
    <View className="stepper">
      <Button className="stepper-button" disabled={value <= least} onClick={() => onChange(value - 1)}>
        −
      </Button>
      <Text className="stepper-value">{value}</Text>
      <Button className="stepper-button" disabled={value >= most} onClick={() => onChange(value + 1)}>
        +
      </Button>
    </View>
  );
}
