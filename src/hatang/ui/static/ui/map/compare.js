// The length drawn against the one on record, as the server compares them when the form is saved.
const CLOSE = 5; // percent: what drawing by hand on a map can be off by

/** Metres as Vietnamese type them (1.234,5), or null where it is not a length yet. */
export function readMetres(text) {
  const plain = text.replace(/\s+/g, "");
  const grouped = /^[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/.test(plain) ? plain.replaceAll(".", "") : plain;
  const value = /^\d+([.,]\d+)?$/.test(grouped) ? Number(grouped.replace(",", ".")) : 0;
  return value > 0 ? value : null;
}

/** How a drawn length stands to what was typed; null where one of the two is missing. */
export function against(typed, drawn) {
  const stated = readMetres(typed);
  if (!stated || !drawn) return null;
  const difference = Math.abs(stated - drawn);
  const percent = (difference / drawn) * 100;
  const verdict = percent <= CLOSE ? "agrees" : drawn > stated ? "longer" : "shorter";
  return { verdict, stated, difference, percent };
}
