/** Calls Yiwen's widget, now or as soon as it has loaded. */
export function callWidget(...call) {
  window.Yiwen ??= [];
  window.Yiwen.push(call);
}
