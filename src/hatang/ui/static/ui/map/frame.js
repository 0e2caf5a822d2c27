// The map as a part of a page: it does not catch the finger that scrolls, does not move for those who asked for calm, and prints.
const calm = matchMedia("(prefers-reduced-motion: reduce)");

/** Options of Leaflet for this device and this person. */
export function options(config) {
  const moving = !calm.matches;
  return {
    attributionControl: false, zoomControl: false, scrollWheelZoom: false, maxZoom: 19, zoomSnap: config.tiles ? 1 : 0.25,
    zoomAnimation: moving, fadeAnimation: moving, markerZoomAnimation: moving, inertia: moving,
  };
}

/** Panning without a glide, where less motion was asked for. */
export function quiet(L, map) {
  if (!calm.matches) return;
  map.panBy = (offset, more) => L.Map.prototype.panBy.call(map, offset, { ...more, animate: false });
}

function button(L, { name, text, label, pressed, act }) {
  const made = L.DomUtil.create("button", `map__button ${name}`);
  made.type = "button";
  made.title = label;
  made.setAttribute("aria-label", label);
  made.textContent = text;
  if (pressed !== undefined) made.setAttribute("aria-pressed", String(pressed));
  L.DomEvent.disableClickPropagation(made);
  L.DomEvent.on(made, "click", () => act(made));
  return made;
}

function control(L, map, position, made) {
  const held = new L.Control({ position });
  held.onAdd = () => made;
  held.addTo(map);
}

/** The buttons on the map: nearer, farther, everything, and one finger for moving the map where there are fingers. */
export function buttons(L, map, words, whole) {
  L.control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut, zoomInText: "+", zoomOutText: "−" }).addTo(map);
  control(L, map, "topleft", button(L, { name: "map__whole", text: "⤢", label: words.whole, act: whole }));
  const drag = button(L, { name: "map__drag", text: "✥", label: words.drag, pressed: false, act: (made) => {
    const free = map.getContainer().classList.toggle("map__canvas--free");
    made.setAttribute("aria-pressed", String(free));
  } });
  control(L, map, "topright", drag);
}

/** One finger scrolls the page and two move the map; the wheel belongs to the page until the map was chosen. */
export function gestures(map, words) {
  const canvas = map.getContainer();
  const held = (event) => event.pointerType === "touch" && !canvas.classList.contains("map__canvas--free") && !event.target.closest(".map-vertex");
  canvas.addEventListener("pointerdown", (event) => map.dragging[held(event) ? "disable" : "enable"](), { capture: true });
  map.on("focus", () => map.scrollWheelZoom.enable()).on("blur", () => map.scrollWheelZoom.disable());
  let timer;
  canvas.addEventListener("touchmove", (event) => {
    if (event.touches.length > 1 || map.dragging.enabled() || event.target.closest(".map-vertex")) return;
    canvas.dataset.hint = words.hint;
    clearTimeout(timer);
    timer = setTimeout(() => delete canvas.dataset.hint, 1200);
  }, { passive: true });
}

/** On paper the map has a size of its own; the same ground is shown again. */
export function printing(map) {
  const canvas = map.getContainer();
  let seen = null;
  addEventListener("beforeprint", () => {
    seen = map.getBounds();
    canvas.classList.add("map__canvas--paper");
    map.invalidateSize({ animate: false }).fitBounds(seen, { animate: false });
  });
  addEventListener("afterprint", () => {
    canvas.classList.remove("map__canvas--paper");
    map.invalidateSize({ animate: false }).fitBounds(seen, { animate: false });
  });
}
