/** Line icons on a 24 x 24 grid. They are decoration: the button around them has the label. */

const SVG = "http://www.w3.org/2000/svg";

const PATHS = {
  alert: ["M12 4 3 19.5h18z", "M12 10v4.5", "M12 17v.1"],
  attach: ["M19.5 11.5 12 19a4.6 4.6 0 0 1-6.5-6.5l8-8a3.1 3.1 0 0 1 4.4 4.4l-7.8 7.8a1.5 1.5 0 0 1-2.2-2.2l7-7"],
  check: ["m5 12.5 4.5 4.5L19 7.5"],
  checks: ["m2 12.5 4.5 4.5L16 7.5", "m11 16.5.5.5L21 7.5"],
  clock: ["M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17", "M12 7.5V12l3 2"],
  close: ["m6 6 12 12", "M18 6 6 18"],
  contact: ["M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8", "M4.5 20c.8-3.8 3.8-5.5 7.5-5.5s6.7 1.7 7.5 5.5"],
  copy: ["M9 9h10v10H9z", "M15 9V5H5v10h4"],
  desk: ["M3.5 5h17v11h-17z", "M9 20h6", "M12 16v4"],
  document: ["M6 3.5h8l4.5 4.5v12.5H6z", "M14 3.5V8h4.5", "M9 12.5h6", "M9 16h6"],
  down: ["m6 9.5 6 6 6-6"],
  edit: ["M4.5 19.5 5.5 15 16 4.5l3.5 3.5L9 18.5z", "m14 6.5 3.5 3.5"],
  keyboard: ["M3 6.5h18v11H3z", "M7 10v.1M12 10v.1M17 10v.1", "M8 14h8"],
  location: ["M12 21s7-6 7-11.5a7 7 0 0 0-14 0C5 15 12 21 12 21", "M12 7.5a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4"],
  menu: ["M4 7h16", "M4 12h16", "M4 17h16"],
  mic: ["M12 3.5a3 3 0 0 0-3 3V11a3 3 0 0 0 6 0V6.5a3 3 0 0 0-3-3", "M5.5 11a6.5 6.5 0 0 0 13 0", "M12 17.5V21"],
  more: ["M6 12v.1", "M12 12v.1", "M18 12v.1"],
  pause: ["M8.5 6v12", "M15.5 6v12"],
  people: ["M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7", "M2.5 19.5c.5-3.5 3-5 6.5-5s6 1.5 6.5 5", "M16 5.5a3 3 0 0 1 0 6", "M18 14.5c2 .6 3.2 2.2 3.5 5"],
  photo: ["M4 5.5h16v13H4z", "m4 16 5-5 4 4 2.5-2.5L20 17", "M15.5 9v.1"],
  play: ["M8 5.5v13l10.5-6.5z"],
  poll: ["M5 20V11", "M12 20V4", "M19 20v-6"],
  reply: ["M9 6 4 11l5 5", "M4 11h9a7 7 0 0 1 7 7v1"],
  send: ["M4 12 3.5 4.5 21 12 3.5 19.5z", "M4 12h8"],
  slash: ["M15.5 4 8.5 20"],
  sticker: ["M12 3.5a8.5 8.5 0 1 0 8.5 8.5", "M20.5 12 12 3.5", "M8.5 14c1.5 2.3 4.5 2.6 6.5.8", "M9 9.5v.1M14 10v.1"],
  trash: ["M5 7h14", "M9 7V4.5h6V7", "M7 7l.8 12.5h8.4L17 7", "M10.5 10.5v5.5M13.5 10.5v5.5"],
  video: ["M3.5 6.5h12v11h-12z", "m15.5 11 5-3v8l-5-3"],
};

/** @param {string} name one of the names above */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("focusable", "false");
  for (const d of PATHS[name]) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", d);
    svg.append(path);
  }
  return svg;
}
