// Review by keyboard and by pointing: an item finds its sentence, a sentence its item. Links do the same without this file.
const source = document.getElementById("van-ban-goc");
const items = document.getElementById("cac-muc");
const cards = () => [...items.querySelectorAll("[data-item]")];
const marksOf = (key) => [...source.querySelectorAll("mark")].filter((mark) => mark.dataset.items.split(" ").includes(key));
const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
const show = (element) => element?.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
let current = null;

function choose(card, { focus = true } = {}) {
  document.querySelectorAll(".now").forEach((element) => element.classList.remove("now"));
  current = card.dataset.item;
  card.classList.add("now");
  const marks = marksOf(current);
  marks.forEach((mark) => mark.classList.add("now"));
  if (focus) { card.focus({ preventScroll: true }); show(card); }
  if (source.offsetParent) show(marks[0]);
}

function openTab(id) { document.dispatchEvent(new CustomEvent("show-tab", { detail: id })); }

function step(by) {
  const all = cards();
  const at = all.findIndex((card) => card.dataset.item === current);
  choose(all[Math.min(all.length - 1, Math.max(0, at + by))]);
}

source.addEventListener("click", (event) => {
  const mark = event.target.closest("mark");
  if (!mark) return;
  event.preventDefault();
  openTab("cac-muc");
  const card = document.getElementById(`item-${mark.dataset.items.split(" ")[0]}`);
  if (card) choose(card);
});

items.addEventListener("click", (event) => {
  const link = event.target.closest("[data-to-source]");
  if (!link) return;
  event.preventDefault();
  openTab("van-ban-goc");
  choose(link.closest("[data-item]"), { focus: false });
  show(marksOf(current)[0]);
});

items.addEventListener("focusin", (event) => {
  const card = event.target.closest("[data-item]");
  if (card && card.dataset.item !== current) choose(card, { focus: false });
});

const keys = {
  j: () => step(1),
  k: () => step(-1),
  s: () => press("[data-to-source]"),
  a: () => press('[data-key="a"]'),
  e: () => press('[data-key="e"]'),
  d: () => press('[data-key="d"]'),
  "?": () => { const help = document.querySelector(".keys"); help.open = !help.open; },
};

function press(selector) { document.getElementById(`item-${current}`)?.querySelector(selector)?.click(); }

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
});

// What the server answered for one item: its marks follow its state. Who has moved on meanwhile stays where they are.
document.addEventListener("htmx:afterSettle", (event) => {
  const card = event.target.closest?.("[data-item]");
  if (!card) return;
  marksOf(card.dataset.item).forEach((mark) => { mark.dataset.state = card.dataset.state; });
  if (current !== null && current !== card.dataset.item) return;
  choose(card, { focus: false });
  (card.querySelector("form.item__form :is(textarea, input:not([type=hidden]), select)") ?? card).focus({ preventScroll: true });
});

// A sentence selected in the source is carried into the form of a new item.
document.querySelectorAll("[data-add]").forEach((link) => link.addEventListener("click", () => {
  const words = String(document.getSelection()).trim();
  if (words) link.href = `${link.pathname}?cau=${encodeURIComponent(words.slice(0, 2000))}`;
}));
