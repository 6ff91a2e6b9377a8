// Taro gives an app a browser's address bar and history, for routers that want them. The chat has none.
export class Location {
  trigger() {}
}
export class History {
  trigger() {}
}
