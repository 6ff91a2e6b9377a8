import { placeText, reasonText } from "../format/left-out.ts";
import type { ImportReport } from "../platform/knowledge.ts";
import { useDesk } from "./desk-context.ts";

/** Of a long report the first places are enough to see what is wrong with the file. */
const mostShown = 100;
/** Up to here the places stand open. */
const fewPlaces = 5;

/** What of a file was taken in, and what was left out: where, and why. */
export function ImportedReport({ report, replaced }: { report: ImportReport; replaced: boolean }) {
  const { settings } = useDesk();
  const t = settings.t.value;
  const { imported, rejected } = report;
  const { nothing, nothingKept, added, replaced: changed } = t.knowledge;
  const none = replaced ? nothingKept : nothing;
  const [only] = rejected;
  if (imported === 0 && rejected.length === 1 && only?.line === 0) {
    return <p class="upload__taken">{t.knowledge.nothingBecause(none, reasonText(only.reason, t))}</p>;
  }
  const some = replaced ? changed(imported) : added(imported);
  return (
    <>
      <p class="upload__taken">{imported === 0 ? none : some}</p>
      {rejected.length > 0 && (
        <details class="left-out" open={rejected.length <= fewPlaces}>
          <summary>{t.knowledge.leftOut(rejected.length)}</summary>
          <ul>
            {rejected.slice(0, mostShown).map((one, index) => (
              <li key={index}>
                <b class="number">{placeText(one, t)}</b> {reasonText(one.reason, t)}
                {one.value && <q>{one.value}</q>}
              </li>
            ))}
          </ul>
          {rejected.length > mostShown && <p class="quiet">{t.knowledge.more(rejected.length - mostShown)}</p>}
        </details>
      )}
    </>
  );
}
