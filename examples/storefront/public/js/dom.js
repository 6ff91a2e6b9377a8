/** Makes an element: `on…` properties listen, `data` fills data-attributes, the rest are attributes (absent when null or false). */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "data")
      for (const [key, text] of Object.entries(value)) element.setAttribute(`data-${key}`, text);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(
    ...children
      .flat(Number.POSITIVE_INFINITY)
      .filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

const paths = {
  chat: "M4 5.5A2.5 2.5 0 0 1 6.5 3h11A2.5 2.5 0 0 1 20 5.5v8a2.5 2.5 0 0 1-2.5 2.5H11l-4.5 4v-4A2.5 2.5 0 0 1 4 13.5zM8.5 9.5h7M8.5 12.5h4",
  cart: "M3 4h2.2l2 11h10.3l2-8H6.2M9.5 20a.5.5 0 1 0 0-1 .5.5 0 0 0 0 1ZM16 20a.5.5 0 1 0 0-1 .5.5 0 0 0 0 1Z",
  search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM20 20l-4.8-4.8",
  order: "M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20c1-4 4-5.500 7.500-5.500s6.500 1.500 7.500 5.500",
  truck:
    "M3 6h11v10H3zM14 9h4l3 3.500V16h-7M7 19a1.500 1.500 0 1 0 0-3 1.500 1.500 0 0 0 0 3ZM17 19a1.500 1.500 0 1 0 0-3 1.500 1.500 0 0 0 0 3Z",
};

/** A line icon of the page's text colour. */
export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", paths[name]);
  svg.append(path);
  return svg;
}

/** Puts a page's content in place and names the page. */
export function show(title, ...children) {
  document.title = title;
  document.getElementById("page").replaceChildren(...children.flat(Number.POSITIVE_INFINITY).filter(Boolean));
}
