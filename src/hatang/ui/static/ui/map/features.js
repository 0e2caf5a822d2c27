// What stands on the map: drawn, opened by finger, mouse or keyboard. Words of the data enter the page as text, never as markup.
const TONES = new Set(["good", "warn", "bad", "none"]);
const REACH = 18; // pixels from a thin line that still count as touching it

function element(tag, name, text) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (text !== undefined) made.textContent = text;
  return made;
}

function classes(feature, layer) {
  const { tone } = feature.properties ?? {};
  const type = feature.geometry?.type ?? "";
  const names = [type.includes("Point") ? "map-point" : "map-shape", `map-layer--${layer.style}`];
  if (type.includes("Polygon")) names.push("map-shape--area");
  if (TONES.has(tone)) names.push(`map-tone--${tone}`);
  return names.join(" ");
}

const ownPage = (link) => typeof link === "string" && /^\/(?!\/)/.test(link);

function card(properties, words) {
  const box = element("div", "map-card");
  box.append(element("strong", "", properties.name || words.unnamed));
  const facts = element("dl", "facts");
  for (const [label, value] of properties.pairs ?? []) facts.append(element("dt", "", label), element("dd", "", value));
  if (facts.children.length) box.append(facts);
  if (ownPage(properties.link)) {
    const link = element("a", "", properties.link_text || words.more);
    link.href = properties.link;
    box.append(link);
  }
  return box;
}

const facesOf = (drawn) => (drawn.getElement ? [drawn] : drawn.getLayers());
const boundsOf = (drawn) => (drawn.getBounds ? drawn.getBounds() : drawn.getLatLng().toBounds(1));

/** The things of all layers as one stop of the Tab key: arrows go from one to the next, Enter opens. */
class Walk {
  constructor(map) {
    this.map = map;
    this.stops = [];
  }

  add(drawn, face, name) {
    const node = face.getElement();
    node.setAttribute("role", "button");
    node.setAttribute("aria-label", name);
    node.setAttribute("tabindex", "-1");
    node.addEventListener("keydown", (event) => this.pressed(event, drawn, node));
    this.stops.push({ drawn, node });
    this.settleSoon();
  }

  settleSoon() {
    this.waiting ??= requestAnimationFrame(() => { this.waiting = null; this.settle(); });
  }

  settle() {
    this.stops = this.stops.filter(({ node }) => node.isConnected);
    if (this.stops.length && !this.stops.some(({ node }) => node.tabIndex === 0)) this.stops[0].node.setAttribute("tabindex", "0");
  }

  pressed(event, drawn, node) {
    const at = this.stops.findIndex((stop) => stop.node === node);
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: this.stops.length - 1 }[event.key];
    if (event.key === "Enter" || event.key === " ") open(this.map, drawn, node);
    else if (to !== undefined) this.go(node, this.stops[(to + this.stops.length) % this.stops.length]);
    else return;
    event.preventDefault();
    event.stopPropagation(); // the arrows are not for the map
  }

  go(from, to) {
    from.setAttribute("tabindex", "-1");
    to.node.setAttribute("tabindex", "0");
    to.node.focus({ preventScroll: true });
    const bounds = boundsOf(to.drawn);
    if (!this.map.getBounds().intersects(bounds)) this.map.panTo(bounds.getCenter());
  }
}

function open(map, drawn, from) {
  map.returnTo = from;
  drawn.openPopup();
}

/** Popups that speak the page's language, take the keyboard when it opened them, and give it back. */
export function popups(map, words) {
  map.on("popupopen", ({ popup }) => {
    const box = popup.getElement();
    const close = box.querySelector(".leaflet-popup-close-button");
    close.setAttribute("aria-label", words.close);
    box.setAttribute("role", "dialog");
    box.setAttribute("aria-label", box.querySelector("strong").textContent);
    box.addEventListener("keydown", (event) => { if (event.key === "Escape") map.closePopup(); });
    if (map.returnTo) (box.querySelector(".map-card a") ?? close).focus({ preventScroll: true });
  });
  map.on("popupclose", ({ popup }) => {
    const { activeElement } = document; // the page itself, where the popup went away at once with what had the keyboard in it
    const left = activeElement === document.body || popup.getElement().contains(activeElement);
    if (left && map.returnTo?.isConnected) map.returnTo.focus({ preventScroll: true });
    map.returnTo = null;
  });
}

/** Fingers are wider than roads: a touch beside a line opens the nearest one. */
export function nearest(L, map) {
  map.on("click", ({ latlng, layerPoint }) => {
    if (map.editing) return;
    let best = null;
    map.eachLayer((drawn) => {
      if (!(drawn instanceof L.Polyline) || drawn instanceof L.Polygon || !drawn.getPopup()) return;
      const distance = drawn.closestLayerPoint(layerPoint)?.distance ?? Infinity;
      if (distance <= REACH && distance < (best?.distance ?? Infinity)) best = { drawn, distance };
    });
    best?.drawn.openPopup(latlng);
  });
}

/** One layer of GeoJSON, ready to be put on the map. */
export function drawLayer(L, map, layer, data, words) {
  map.walk ??= new Walk(map);
  const icon = (feature) => L.divIcon({ className: classes(feature, layer), iconSize: [30, 30] });
  return L.geoJSON(data, {
    pointToLayer: (feature, latlng) => L.marker(latlng, { icon: icon(feature), keyboard: false }),
    style: (feature) => ({ className: classes(feature, layer) }),
    onEachFeature: (feature, drawn) => {
      const properties = feature.properties ?? {};
      drawn.bindPopup(() => card(properties, words), { maxWidth: 260, autoPanPadding: [12, 12] });
      for (const face of facesOf(drawn)) face.on("add", () => map.walk.add(drawn, face, properties.name || words.unnamed));
    },
  });
}

/** Open the popup of the thing with this key, wherever it is drawn; whether it was found. */
export function show(map, layers, key, from) {
  for (const group of layers) {
    const found = group.getLayers().find((drawn) => String(drawn.feature.id) === key);
    if (!found) continue;
    group.addTo(map);
    map.fitBounds(boundsOf(found), { maxZoom: 15, animate: false });
    open(map, found, from);
    return true;
  }
  return false;
}
