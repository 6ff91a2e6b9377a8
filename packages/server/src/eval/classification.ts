/** One measured text: what it is, and what it was taken for, best first, with probabilities where there are any. */
export type Judged = { text: string; label: string; guesses: { label: string; confidence: number }[] };

/** How much is answered, and how much of that rightly, when only guesses at least this sure are used. */
export type Coverage = { threshold: number; coverage: number; accuracy: number };

/** What a classifier is worth on labelled texts; all shares are 0 to 1. */
export type ClassificationFigures = {
  count: number;
  accuracy: number;
  top3: number;
  macroF1: number;
  /** Expected calibration error in 15 bins: how far confidence is from the share that is right. */
  calibrationError: number;
  coverage: Coverage[];
  /** By label: how many there are, and what they were taken for, most first. */
  confusion: Record<string, { count: number; f1: number; takenFor: Record<string, number> }>;
};

const bins = 15;
const thresholds = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/** Measures guesses against labels. */
export function classificationFigures(judged: Judged[]): ClassificationFigures {
  const confusion = confusionOf(judged);
  return {
    count: judged.length,
    accuracy: share(judged, isRight),
    top3: share(judged, ({ label, guesses }) => guesses.slice(0, 3).some((guess) => guess.label === label)),
    macroF1: mean(Object.values(confusion).map(({ f1 }) => f1)),
    calibrationError: calibrationError(judged),
    coverage: thresholds.map((threshold) => coverageAt(judged, threshold)),
    confusion,
  };
}

/** Whether the best guess is what it is. */
export function isRight({ label, guesses }: Judged): boolean {
  return guesses[0]?.label === label;
}

const sureness = ({ guesses }: Judged) => guesses[0]?.confidence ?? 0;

function coverageAt(judged: Judged[], threshold: number): Coverage {
  const sure = judged.filter((one) => sureness(one) >= threshold);
  return { threshold, coverage: sure.length / Math.max(1, judged.length), accuracy: share(sure, isRight) };
}

function calibrationError(judged: Judged[]): number {
  const groups = Map.groupBy(judged, (one) => Math.min(bins - 1, Math.floor(sureness(one) * bins)));
  const gaps = [...groups.values()].map(
    (group) => Math.abs(mean(group.map(sureness)) - share(group, isRight)) * group.length,
  );
  return gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(1, judged.length);
}

function confusionOf(judged: Judged[]): ClassificationFigures["confusion"] {
  const taken = new Map<string, number>();
  for (const { guesses } of judged) {
    const best = guesses[0]?.label ?? "";
    taken.set(best, (taken.get(best) ?? 0) + 1);
  }
  const groups = [...Map.groupBy(judged, ({ label }) => label)].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    groups.map(([label, group]) => {
      const takenFor = new Map<string, number>();
      for (const { guesses } of group) {
        const best = guesses[0]?.label ?? "";
        takenFor.set(best, (takenFor.get(best) ?? 0) + 1);
      }
      const f1 = (2 * (takenFor.get(label) ?? 0)) / (group.length + (taken.get(label) ?? 0));
      return [
        label,
        { count: group.length, f1, takenFor: Object.fromEntries([...takenFor].sort((a, b) => b[1] - a[1])) },
      ];
    }),
  );
}

function share<T>(all: T[], fits: (one: T) => boolean): number {
  return all.length === 0 ? 0 : all.filter(fits).length / all.length;
}

function mean(values: number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
