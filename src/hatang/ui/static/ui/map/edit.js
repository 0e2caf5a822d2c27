// Drawing one work on the map. The textarea stays the truth: it is read at the start, written at each change, and may be typed in by hand.
import { Draft, lonLat } from "./draft.js";
import { against } from "./compare.js";
import { measure } from "./measure.js";
import { asKind, insertAfter, moveTo, nothing, places, pointAt, readShape, removeAt, writeShape } from "./shape.js";

const REMEMBERED = 100;
const ROUGH = 30; // metres of uncertainty beyond which a position should be taken again

const language = document.documentElement.lang || "vi";
const number = (value, digits) => value.toLocaleString(language, { maximumFractionDigits: digits });
const metres = (value) => (value < 10_000 ? `${number(value, 1)} m` : `${number(value / 1000, 2)} km`);
const squares = (value) => (value < 10_000 ? `${number(value, 1)} m²` : `${number(value / 10_000, 2)} ha`);
const filled = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const same = (a, b) => Math.abs(a[0] - b[0]) < 1e-7 && Math.abs(a[1] - b[1]) < 1e-7;

class Editor {
  constructor(L, map, figure, config) {
    Object.assign(this, { L, map, words: config.words, kinds: config.edit.kinds });
    this.field = document.getElementById(config.edit.field);
    this.stated = config.edit.compare ? document.getElementById(config.edit.compare) : null;
    this.tools = figure.querySelector("[data-map-edit]");
    this.output = figure.querySelector("[data-map-measure]");
    this.past = [];
    this.draft = new Draft(L, map, {
      choose: (at) => this.choose(at),
      drag: (at, point) => this.drag(at, point),
      drop: (at, point) => this.change({ shape: moveTo(this.shape, at, point), at }),
      between: (at, point) => this.change(insertAfter(this.shape, at, point)),
    });
    this.listen();
    this.read();
    this.tapping(!this.shape.groups.length);
    this.look();
  }

  listen() {
    this.tools.addEventListener("click", (event) => {
      const asked = event.target.closest("[data-do]");
      if (asked && asked.getAttribute("aria-disabled") !== "true") this[asked.dataset.do]();
    });
    this.tools.addEventListener("change", (event) => {
      if (event.target.type === "radio") this.change({ shape: asKind(this.shape, event.target.value), at: null });
    });
    this.field.addEventListener("change", () => { if (!this.writing) this.read(); });
    this.stated?.addEventListener("input", () => this.say(this.described()));
    this.map.on("click", ({ latlng }) => { if (this.adding) this.add(lonLat(latlng)); });
    this.map.on("mousemove", ({ latlng }) => { if (this.adding) this.draft.lead(this.shape, this.at, latlng); });
    this.map.on("mouseout", () => this.draft.guide.remove());
    this.map.on("moveend", () => this.draft.drawHandles(this.shape, this.at));
  }

  /** Take over what the field says; what cannot be read is left alone. */
  read() {
    let found = null;
    try {
      found = readShape(this.field.value);
    } catch {
      this.say(this.words.unread);
      this.shape ??= nothing(this.kinds[0]);
      return;
    }
    this.shape = found ?? nothing(this.shape?.kind ?? this.kinds[0]);
    this.past = [];
    this.at = places(this.shape).pop() ?? null;
    this.refresh();
  }

  /** Show what is there already, near enough to work on it. */
  look() {
    const points = places(this.shape).map((at) => pointAt(this.shape, at)).map(([x, y]) => [y, x]);
    if (points.length) this.map.fitBounds(points, { padding: [40, 40], maxZoom: 17, animate: false });
  }

  change({ shape, at }) {
    this.past.push({ shape: this.shape, at: this.at });
    this.past = this.past.slice(-REMEMBERED);
    Object.assign(this, { shape, at: at ?? places(shape).pop() ?? null });
    this.write();
    this.refresh();
  }

  write() {
    const geometry = writeShape(this.shape);
    this.writing = true;
    this.field.value = geometry ? JSON.stringify(geometry) : "";
    for (const name of ["input", "change"]) this.field.dispatchEvent(new Event(name, { bubbles: true }));
    this.writing = false;
  }

  refresh(said = "") {
    this.draft.draw(this.shape, this.at);
    for (const radio of this.tools.querySelectorAll('[type="radio"]')) radio.checked = radio.value === this.shape.kind;
    const without = { undo: !this.past.length, clear: !this.at, delete: !this.at, move: !this.at, previous: !this.at, next: !this.at };
    for (const [name, off] of Object.entries(without)) {
      this.tools.querySelector(`[data-do="${name}"]`).setAttribute("aria-disabled", String(off));
    }
    this.say([said, this.described(), this.draft.crowded ? this.words.crowded : ""].filter(Boolean).join(" "));
  }

  say(text) { this.output.textContent = text; }

  described() {
    const all = places(this.shape);
    if (!all.length) return this.words.empty;
    if (this.shape.kind === "Point") return filled(this.words.point, { at: this.at && this.coordinates(pointAt(this.shape, this.at)) });
    const chosen = all.findIndex((at) => String(at) === String(this.at)) + 1;
    const count = filled(this.words.vertices, { count: all.length });
    const where = chosen ? `, ${filled(this.words.chosen, { at: `${chosen}/${all.length}` })}` : "";
    return `${this.measured()} ${count}${where}.`;
  }

  coordinates([x, y]) { return `${number(y, 6)}; ${number(x, 6)}`; }

  measured() {
    const { kind } = this.shape;
    if (!writeShape(this.shape)) return kind === "Polygon" ? this.words.fewArea : this.words.fewLine;
    const { length, area } = measure(this.shape);
    const words = kind === "Polygon" ? this.words.area : this.words.length;
    const said = `${filled(words, { length: metres(length), area: squares(area) })}.`;
    return kind === "LineString" && this.stated ? `${said} ${this.compared(length)}`.trim() : said;
  }

  compared(length) {
    const found = against(this.stated.value, length);
    if (!found) return "";
    const [stated, difference, percent] = [metres(found.stated), metres(found.difference), number(found.percent, 1)];
    return filled(this.words[found.verdict], { stated, difference, percent });
  }

  choose(at) {
    this.at = at;
    this.refresh();
  }

  drag(at, point) {
    const kept = this.shape;
    this.shape = moveTo(kept, at, point);
    this.draft.drawOutline(this.shape);
    this.say(this.described());
    this.shape = kept;
  }

  add(point) {
    if (this.at && this.shape.kind !== "Point" && same(pointAt(this.shape, this.at), point)) return; // the second half of a double click
    this.change(insertAfter(this.shape, this.at, point));
  }

  tapping(on) {
    this.adding = on;
    this.map.doubleClickZoom[on ? "disable" : "enable"]();
    this.map.getContainer().classList.toggle("map__canvas--drawing", on);
    this.tools.querySelector('[data-do="tap"]').setAttribute("aria-pressed", String(on));
    this.draft.guide.remove();
  }

  // One method per button, named as its `data-do`.
  tap() { this.tapping(!this.adding); }

  here() { this.add(lonLat(this.map.getCenter())); }

  undo() {
    Object.assign(this, this.past.pop());
    this.write();
    this.refresh(this.words.undone);
  }

  previous() { this.step(-1); }

  next() { this.step(1); }

  step(by) {
    const all = places(this.shape);
    const now = all.findIndex((at) => String(at) === String(this.at));
    this.at = all[(now + by + all.length) % all.length];
    const [x, y] = pointAt(this.shape, this.at);
    this.map.panTo([y, x], { animate: false });
    this.refresh();
  }

  move() { this.change({ shape: moveTo(this.shape, this.at, lonLat(this.map.getCenter())), at: this.at }); }

  delete() { this.change(removeAt(this.shape, this.at)); }

  clear() {
    this.change({ shape: nothing(this.shape.kind), at: null });
    this.tapping(true);
  }

  position() {
    if (!navigator.geolocation) return this.say(this.words.noPosition);
    this.say(this.words.locating);
    const wishes = { enableHighAccuracy: true, timeout: 20_000, maximumAge: 0 };
    return navigator.geolocation.getCurrentPosition(({ coords }) => this.found(coords), () => this.say(this.words.noPosition), wishes);
  }

  found({ longitude, latitude, accuracy }) {
    this.add([longitude, latitude]);
    if (!this.map.getBounds().contains([latitude, longitude])) this.map.setView([latitude, longitude], Math.max(this.map.getZoom(), 16));
    this.refresh(filled(accuracy > ROUGH ? this.words.rough : this.words.located, { accuracy: metres(accuracy) }));
  }
}

/** Let a hand draw on the map into the field that the page names. */
export function edit(L, map, figure, config) {
  map.editing = true;
  const cross = document.createElement("div");
  cross.className = "map__cross";
  cross.setAttribute("aria-hidden", "true");
  map.getContainer().append(cross);
  return new Editor(L, map, figure, config);
}
