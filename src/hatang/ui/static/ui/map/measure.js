// Lengths and areas on the ellipsoid WGS 84. Edges of a work are short: the error is far below a centimetre per kilometre.
const A = 6378137;
const F = 1 / 298.257223563;
const E2 = F * (2 - F);
const E = Math.sqrt(E2);
const radians = (degrees) => (degrees * Math.PI) / 180;

function edge([west, south], [east, north]) {
  const sine = Math.sin(radians((south + north) / 2));
  const bend = 1 - E2 * sine * sine;
  const up = (radians(north - south) * A * (1 - E2)) / bend ** 1.5;
  const along = (radians(east - west) * A * Math.sqrt(1 - sine * sine)) / Math.sqrt(bend);
  return Math.hypot(up, along);
}

/** Metres along a path of [longitude, latitude]. */
export function lengthOf(path) {
  return path.slice(1).reduce((sum, point, at) => sum + edge(path[at], point), 0);
}

// The height of a latitude in the projection that keeps areas: a flat polygon there has the area of the ground.
function height(latitude) {
  const sine = Math.sin(radians(latitude));
  return (A * (1 - E2) * (sine / (1 - E2 * sine * sine) + Math.atanh(E * sine) / E)) / 2;
}

/** Square metres inside a ring of [longitude, latitude], open or closed, whichever way round. */
export function areaOf(ring) {
  if (!ring.length) return 0;
  const [west, south] = ring[0]; // near numbers: differences keep their digits
  const flat = ring.map(([x, y]) => [A * radians(x - west), height(y) - height(south)]);
  const doubled = flat.reduce((sum, [x, y], at) => {
    const [next, above] = flat[(at + 1) % flat.length];
    return sum + x * above - next * y;
  }, 0);
  return Math.abs(doubled) / 2;
}

/** Metres around or along, and square metres without the holes, of a shape. */
export function measure({ kind, groups }) {
  const closed = kind === "Polygon";
  const round = (path) => (closed && path.length ? [...path, path[0]] : path);
  const length = groups.reduce((sum, group) => sum + group.reduce((all, path) => all + lengthOf(round(path)), 0), 0);
  const area = closed ? groups.reduce((sum, [outer, ...holes]) => holes.reduce((left, hole) => left - areaOf(hole), sum + areaOf(outer)), 0) : 0;
  return { length, area };
}
