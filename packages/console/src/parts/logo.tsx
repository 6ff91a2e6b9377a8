/** The mark of Yiwen: one stroke, the character "一", in a speech bubble. */
export function Logo({ size }: { size: number }) {
  return (
    <svg class="logo" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path
        class="logo__bubble"
        d="M8 3h16a6 6 0 0 1 6 6v10a6 6 0 0 1-6 6h-7l-7 5v-5H8a6 6 0 0 1-6-6V9a6 6 0 0 1 6-6Z"
      />
      <path class="logo__stroke" d="M9 14h14" />
    </svg>
  );
}
