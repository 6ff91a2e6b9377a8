/** Sets the page's language before anything is drawn: `?lang=` wins and is remembered. The widget follows `<html lang>`. */
(() => {
  const key = "camellia.lang";
  const asked = new URLSearchParams(location.search).get("lang");
  const remembered = localStorage.getItem(key);
  const lang = (asked ?? remembered) === "en" ? "en" : "zh-CN";
  if (asked) localStorage.setItem(key, lang);
  document.documentElement.lang = lang;
})();
