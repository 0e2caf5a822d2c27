// A map wherever a page has one. The page is whole without this file; nothing here is needed to read it.
import { drawLayer, nearest, popups, show } from "./features.js";
import { buttons, gestures, options, printing, quiet } from "./frame.js";
import { drawGround } from "./ground.js";

const COUNTRY = [[8.3, 102], [23.5, 109.6]];
const BARE = 13.5; // without tiles nearer shows nothing but the thing itself on empty ground

async function library() {
  await import("./leaflet/leaflet.js");
  return window.L;
}

async function geojson(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
}

/** Both boundaries; one that cannot be had is left out, since the map says enough without it. */
async function ground(L, map, config) {
  const wanted = [["neighbour", config.neighbours], ["commune", config.boundary]].filter(([, url]) => url);
  const found = await Promise.all(wanted.map(([, url]) => geojson(url).catch(() => null)));
  const drawn = wanted.map(([name], at) => found[at] && drawGround(L, map, found[at], name));
  return drawn.filter(Boolean).reverse(); // the commune first: the view is fitted to it
}

async function layers(L, map, config, say) {
  const { words } = config;
  return Promise.all(config.layers.map(async (layer) => {
    try {
      return drawLayer(L, map, layer, await geojson(layer.url), words);
    } catch {
      say(words.layerFailed.replace("{layer}", layer.label));
      return L.geoJSON();
    }
  }));
}

function fit(L, map, config, grounds, drawn) {
  const features = L.featureGroup(drawn).getBounds();
  const candidates = [...grounds.map((layer) => layer.getBounds()), features];
  const bounds = [...(config.fit === "features" ? [features] : []), ...candidates].find((one) => one.isValid());
  map.fitBounds(bounds ?? COUNTRY, { padding: [12, 12], maxZoom: config.tiles ? 16 : BARE, animate: false });
}

function switches(figure, map, drawn) {
  for (const box of figure.querySelectorAll("[data-map-layer]")) {
    const layer = drawn[Number(box.dataset.mapLayer)];
    const set = () => (box.checked ? layer.addTo(map) : layer.remove());
    box.addEventListener("change", () => { set(); map.walk?.settle(); });
    set();
  }
  map.walk?.settle();
}

function shown(figure, map, drawn) {
  document.addEventListener("click", (event) => {
    const asked = event.target.closest("[data-map-show]");
    if (!asked || !show(map, drawn, asked.dataset.mapShow, asked)) return;
    event.preventDefault();
    figure.scrollIntoView({ block: "nearest" });
    for (const box of figure.querySelectorAll("[data-map-layer]")) box.checked = map.hasLayer(drawn[Number(box.dataset.mapLayer)]);
  });
}

async function build(canvas, config, say) {
  const figure = canvas.closest(".map");
  const L = await library();
  const map = L.map(canvas, options(config));
  quiet(L, map);
  if (config.tiles) L.tileLayer(config.tiles, { maxZoom: 19 }).addTo(map);
  canvas.classList.toggle("map__canvas--tiles", Boolean(config.tiles));
  const [grounds, drawn] = await Promise.all([ground(L, map, config), layers(L, map, config, say)]);
  const whole = () => fit(L, map, config, grounds, drawn);
  whole();
  buttons(L, map, config.words, whole);
  gestures(map, config.words);
  popups(map, config.words);
  nearest(L, map);
  printing(map);
  switches(figure, map, drawn);
  shown(figure, map, drawn);
  if (config.edit) (await import("./edit.js")).edit(L, map, figure, config);
  for (const part of figure.querySelectorAll("[data-map-script]")) part.hidden = false;
}

/** Bring one map to life; what goes wrong is said under it. */
async function start(canvas) {
  const config = JSON.parse(canvas.dataset.map);
  const status = canvas.closest(".map").querySelector("[data-map-status]");
  let said = "";
  const say = (text) => { said = text; status.textContent = text; };
  canvas.removeAttribute("data-map");
  say(config.words.loading);
  try {
    await build(canvas, config, say);
    if (said === config.words.loading) say("");
    canvas.dataset.mapReady = "";
  } catch (error) {
    say(config.words.failed);
    throw error;
  }
}

const startAll = (root) => { for (const canvas of root.querySelectorAll("[data-map]")) start(canvas); };
startAll(document);
document.addEventListener("htmx:load", (event) => startAll(event.detail.elt));
