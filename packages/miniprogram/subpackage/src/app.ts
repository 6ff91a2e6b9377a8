import type { ReactNode } from "react";

/** Nothing of its own: the host's app is the app. */
export default function App({ children }: { children?: ReactNode }) {
  return children;
}
