import { useEffect, useState } from "preact/hooks";
import { useDesk } from "./desk-context.ts";

/** Says that the connection is gone or new; nothing while all is well. */
export function Banner() {
  const { state, settings } = useDesk();
  const t = settings.t.value;
  const { connection } = state.value;
  const [wasOnline, setWasOnline] = useState(false);
  useEffect(() => {
    if (connection === "online") setWasOnline(true);
  }, [connection]);
  const text =
    connection === "refused" ? t.connection.refused : wasOnline ? t.connection.offline : t.connection.connecting;
  const isShown = connection !== "online" && (wasOnline || connection !== "idle");
  return (
    <div class="banner-place" role="status">
      {isShown && (
        <p class={`banner${wasOnline ? " banner--warning" : ""}`}>
          <span class="spinner spinner--small" aria-hidden="true" />
          {text}
        </p>
      )}
    </div>
  );
}
