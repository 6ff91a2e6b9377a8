import type { ConnectionState } from "@yiwen/shared";
import { useEffect, useState } from "preact/hooks";
import { useLanguage } from "../i18n/context.ts";
import { Icon } from "./icon.tsx";

/** A blip shorter than this is nobody's business. Milliseconds. */
const patienceMs = 800;

/** Says that the connection is gone, once it has been gone for a moment. */
export function ConnectionBanner({ connection }: { connection: ConnectionState }) {
  const { strings } = useLanguage();
  const [isLong, setLong] = useState(false);
  const isLost = connection === "connecting" || connection === "offline";
  useEffect(() => {
    setLong(false);
    if (!isLost) return;
    const timer = setTimeout(() => setLong(true), patienceMs);
    return () => clearTimeout(timer);
  }, [isLost]);
  // The region stays, so that a screen reader notices when words come into it.
  return (
    <div role="status">
      {isLost && isLong && (
        <div class="banner connection">
          <Icon name="offline" />
          {navigator.onLine ? strings.connection.connecting : strings.connection.offline}
        </div>
      )}
    </div>
  );
}
