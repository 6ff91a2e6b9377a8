/** The sounds of the console. */
export type Sound = {
  /** Two rising tones: a shopper waits for a human. */
  handoff(): void;
  /** One soft tone: a shopper wrote to this agent. */
  message(): void;
};

type Tone = { at: number; hertz: number; seconds: number; volume: number };

const tones: Record<keyof Sound, Tone[]> = {
  handoff: [
    { at: 0, hertz: 660, seconds: 0.16, volume: 0.12 },
    { at: 0.15, hertz: 880, seconds: 0.24, volume: 0.12 },
  ],
  message: [{ at: 0, hertz: 740, seconds: 0.14, volume: 0.06 }],
};

/** Sounds made with WebAudio; silent where the browser has none or has not been touched yet. */
export function createSound(): Sound {
  let context: AudioContext | undefined;
  const play = (list: Tone[]) => {
    if (typeof AudioContext === "undefined") return;
    context ??= new AudioContext();
    if (context.state === "suspended") void context.resume();
    for (const tone of list) playTone(context, tone);
  };
  return { handoff: () => play(tones.handoff), message: () => play(tones.message) };
}

function playTone(context: AudioContext, { at, hertz, seconds, volume }: Tone): void {
  const start = context.currentTime + at;
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.frequency.value = hertz;
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(volume, start + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.0001, start + seconds);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(start);
  oscillator.stop(start + seconds);
}
