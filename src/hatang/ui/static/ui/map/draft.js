// How the shape being drawn looks: its outline, a handle on every vertex, smaller ones where a vertex can be put between.
import { places, pointAt } from "./shape.js";

const CROWD = 200; // handles in view beyond which nobody could pick the right one
const ROOM = 56; // pixels of edge before a middle handle has room
const coarse = matchMedia("(pointer: coarse)");

const flip = ([x, y]) => [y, x];
export const lonLat = ({ lng, lat }) => [lng, lat];

function handle(L, name, latlng) {
  const size = coarse.matches ? 44 : 24;
  const icon = L.divIcon({ className: `map-vertex ${name}`, iconSize: [size, size] });
  return L.marker(latlng, { icon, draggable: true, keyboard: false, bubblingMouseEvents: false, zIndexOffset: 1000 });
}

/** The draft on the map. `acts` is told what a hand did: choose(at), drag(at, point), drop(at, point), between(at, point). */
export class Draft {
  constructor(L, map, acts) {
    Object.assign(this, { L, map, acts });
    this.outline = L.layerGroup().addTo(map);
    this.handles = L.layerGroup().addTo(map);
    this.guide = L.polyline([], { className: "map-guide", interactive: false });
    this.crowded = false;
  }

  draw(shape, chosen) {
    this.drawOutline(shape);
    this.drawHandles(shape, chosen);
  }

  drawOutline({ kind, groups }) {
    this.outline.clearLayers();
    if (kind === "Point") return;
    const made = kind === "Polygon" ? this.L.polygon : this.L.polyline;
    const paths = groups.map((group) => group.map((path) => path.map(flip)));
    const area = kind === "Polygon" ? " map-shape--area" : "";
    made(paths, { className: `map-draft${area}`, interactive: false }).addTo(this.outline);
  }

  drawHandles(shape, chosen) {
    this.handles.clearLayers();
    this.guide.remove();
    const view = this.map.getBounds().pad(0.1);
    const seen = places(shape).filter((at) => view.contains(flip(pointAt(shape, at))));
    this.crowded = seen.length > CROWD;
    if (this.crowded) return;
    for (const at of seen) this.vertex(shape, at, String(at) === String(chosen));
    if (shape.kind !== "Point") for (const at of seen) this.middle(shape, at);
  }

  vertex(shape, at, isChosen) {
    const name = `${shape.kind === "Point" ? "map-vertex--point" : ""} ${isChosen ? "map-vertex--chosen" : ""}`;
    const made = handle(this.L, name, flip(pointAt(shape, at))).addTo(this.handles);
    made.on("click", () => this.acts.choose(at));
    made.on("drag", () => this.acts.drag(at, lonLat(made.getLatLng())));
    made.on("dragend", () => this.acts.drop(at, lonLat(made.getLatLng())));
  }

  middle(shape, [g, p, i]) {
    const path = shape.groups[g][p];
    const next = path[i + 1] ?? (shape.kind === "Polygon" && path.length > 2 ? path[0] : null);
    if (!next) return;
    const [a, b] = [path[i], next].map((point) => this.map.latLngToContainerPoint(flip(point)));
    if (a.distanceTo(b) < ROOM) return;
    const made = handle(this.L, "map-vertex--between", this.map.containerPointToLatLng(a.add(b).divideBy(2))).addTo(this.handles);
    const put = () => this.acts.between([g, p, i], lonLat(made.getLatLng()));
    made.on("click", put).on("dragend", put);
  }

  /** A dashed line from the chosen vertex to the mouse: where the next edge would run. */
  lead(shape, chosen, latlng) {
    if (!chosen || shape.kind === "Point" || coarse.matches) return;
    this.guide.setLatLngs([flip(pointAt(shape, chosen)), latlng]).addTo(this.map);
  }
}
