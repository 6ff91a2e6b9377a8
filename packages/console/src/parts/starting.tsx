import type { Settings } from "../store/settings.ts";

/** The moment before it is known who is signed in; with a way on when the server can't be reached. */
export function Starting({ settings, retry }: { settings: Settings; retry?(): void }) {
  const t = settings.t.value;
  return (
    <main class="starting" aria-busy={!retry}>
      <h1 class="visually-hidden">{t.product}</h1>
      {retry ? (
        <div class="empty" role="alert">
          <p class="empty__title">{t.connection.failed}</p>
          <button type="button" class="button button--primary" onClick={retry}>
            {t.connection.retry}
          </button>
        </div>
      ) : (
        <div class="starting__wait">
          <span class="spinner" aria-hidden="true" />
          <p>{t.connection.starting}</p>
        </div>
      )}
    </main>
  );
}
