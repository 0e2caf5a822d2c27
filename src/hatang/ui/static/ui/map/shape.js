// One geometry as a value: {kind, groups}, a group being the paths of one part, a path a list of [longitude, latitude].
// Rings are kept open here and closed when written. Every change gives a new value, so that undoing is remembering.
const LEAST = { Point: 1, LineString: 2, Polygon: 3 };

export const nothing = (kind) => ({ kind, groups: [] });

function pathsOf(kind, part) {
  if (kind === "Point") return [[part]];
  if (kind === "LineString") return [part];
  return part.map((ring) => ring.slice(0, -1));
}

function position([x, y]) {
  if (!(Math.abs(x) <= 180 && Math.abs(y) <= 90)) throw new RangeError("outside the world");
  return [x, y];
}

/** The shape in a text of GeoJSON; null where the text is empty. Throws where it cannot be read. */
export function readShape(text) {
  if (!text.trim()) return null;
  const value = JSON.parse(text);
  const { type, coordinates } = value.type === "Feature" ? value.geometry : value;
  const kind = type.replace(/^Multi/, "");
  if (!(kind in LEAST)) throw new RangeError("a kind that cannot be drawn");
  const parts = type === kind ? [coordinates] : coordinates;
  return { kind, groups: parts.map((part) => pathsOf(kind, part).map((path) => path.map(position))) };
}

const rounded = (path) => path.map((point) => point.map((part) => Math.round(part * 1e6) / 1e6));

function written(kind, group) {
  const whole = group.filter((path) => path.length >= LEAST[kind]).map(rounded);
  if (kind === "Point") return whole[0][0];
  return kind === "LineString" ? whole[0] : whole.map((ring) => [...ring, ring[0]]);
}

/** The GeoJSON of a shape; null while it has too few vertices. */
export function writeShape({ kind, groups }) {
  const parts = groups.filter((group) => group[0].length >= LEAST[kind]).map((group) => written(kind, group));
  if (!parts.length) return null;
  return parts.length === 1 ? { type: kind, coordinates: parts[0] } : { type: `Multi${kind}`, coordinates: parts };
}

/** Where every vertex stands: [group, path, index], in the order of drawing. */
export function places({ groups }) {
  return groups.flatMap((group, g) => group.flatMap((path, p) => path.map((_, i) => [g, p, i])));
}

export const pointAt = ({ groups }, [g, p, i]) => groups[g][p][i];

function withPath(shape, [g, p], change) {
  const groups = shape.groups.map((group, a) => group.map((path, b) => (a === g && b === p ? change([...path]) : path)));
  return { ...shape, groups: groups.map((group) => group.filter((path) => path.length)).filter((group) => group.length) };
}

/** A vertex more, after the one at `at` (the last of the first path where there is none), and where it stands. */
export function insertAfter(shape, at, point) {
  if (shape.kind === "Point" || !shape.groups.length) return { shape: { ...shape, groups: [[[point]]] }, at: [0, 0, 0] };
  const [g, p, i] = at ?? [0, 0, shape.groups[0][0].length - 1];
  return { shape: withPath(shape, [g, p], (path) => { path.splice(i + 1, 0, point); return path; }), at: [g, p, i + 1] };
}

export const moveTo = (shape, at, point) => withPath(shape, at, (path) => { path[at[2]] = point; return path; });

/** A vertex fewer, and the one to choose next. */
export function removeAt(shape, at) {
  const less = withPath(shape, at, (path) => { path.splice(at[2], 1); return path; });
  const all = places(less);
  const before = all.reverse().find(([g, p, i]) => g === at[0] && p === at[1] && i < Math.max(at[2], 1));
  return { shape: less, at: before ?? all.pop() ?? null };
}

/** The same vertices as another kind: a line closed to an area, an area opened, or the first point alone. */
export function asKind({ groups }, kind) {
  if (!groups.length) return nothing(kind);
  return { kind, groups: kind === "Point" ? [[[groups[0][0][0]]]] : [[groups[0][0]]] };
}
