// The ground without a tile server: the commune, those around it, and their names where they can be seen.
const STEPS = 12;

const ringsOf = ({ type, coordinates }) => (type === "MultiPolygon" ? coordinates.flat() : coordinates);

function inside(rings, x, y) {
  let odd = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax, ay] = ring[i];
      const [bx, by] = ring[j];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
    }
  }
  return odd;
}

// Of a raster over the view, the point in the area that lies nearest to the middle of what is seen of it.
function visiblePoint(rings, view) {
  const found = [];
  for (let a = 1; a < STEPS; a++) for (let b = 1; b < STEPS; b++) {
    const x = view.getWest() + ((view.getEast() - view.getWest()) * a) / STEPS;
    const y = view.getSouth() + ((view.getNorth() - view.getSouth()) * b) / STEPS;
    if (inside(rings, x, y)) found.push([x, y]);
  }
  if (found.length < 3) return null;
  const middle = [0, 1].map((axis) => found.reduce((sum, point) => sum + point[axis], 0) / found.length);
  const far = ([x, y]) => (x - middle[0]) ** 2 + (y - middle[1]) ** 2;
  return found.reduce((best, point) => (far(point) < far(best) ? point : best));
}

function label(L, map, feature) {
  const words = document.createElement("span");
  words.textContent = feature.properties?.name ?? "";
  const tag = L.tooltip({ permanent: true, direction: "center", className: "map-name", interactive: false, opacity: 1 }).setContent(words);
  const rings = ringsOf(feature.geometry);
  map.on("moveend", () => {
    const point = visiblePoint(rings, map.getBounds());
    if (!point) return tag.remove();
    return tag.setLatLng([point[1], point[0]]).addTo(map);
  });
}

/** Draw boundaries that nobody clicks; gives the layer, for its bounds. */
export function drawGround(L, map, data, name) {
  if (!map.getPane("ground")) {
    map.createPane("ground").classList.add("map-pane--ground");
  }
  if (name === "neighbour") for (const feature of data.features) label(L, map, feature);
  return L.geoJSON(data, { interactive: false, pane: "ground", style: { className: `map-${name}`, interactive: false } }).addTo(map);
}
