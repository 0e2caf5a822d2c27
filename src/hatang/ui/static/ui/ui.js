// Theme, tabs, notices. Every page works without this file.
const root = document.documentElement;

function showTheme() {
  const dark = root.dataset.theme === "dark";
  for (const button of document.querySelectorAll("[data-theme-switch]")) button.setAttribute("aria-pressed", String(dark));
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-theme-switch]");
  if (!button) return;
  root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
  try { localStorage.setItem("theme", root.dataset.theme); } catch { /* private window: the choice lasts for this page */ }
  showTheme();
});

// Where the parts stand in one row that scrolls, the part one is in is in view.
for (const here of document.querySelectorAll(".nav [aria-current]")) {
  const row = here.parentElement;
  if (row.scrollWidth > row.clientWidth) row.scrollLeft = here.offsetLeft - row.offsetLeft - 24;
}

function select(tab) {
  for (const other of tab.parentElement.querySelectorAll('[role="tab"]')) {
    const chosen = other === tab;
    other.setAttribute("aria-selected", String(chosen));
    other.tabIndex = chosen ? 0 : -1;
    document.getElementById(other.getAttribute("aria-controls")).hidden = !chosen;
  }
}

for (const list of document.querySelectorAll('[role="tablist"]')) {
  list.addEventListener("click", (event) => { const tab = event.target.closest('[role="tab"]'); if (tab) select(tab); });
  list.addEventListener("keydown", (event) => {
    const tabs = [...list.querySelectorAll('[role="tab"]')];
    const at = tabs.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = tabs[(to + tabs.length) % tabs.length];
    select(next);
    next.focus();
  });
  select(list.querySelector('[aria-selected="true"]'));
}

document.addEventListener("show-tab", (event) => {
  const tab = document.querySelector(`[role="tab"][aria-controls="${event.detail}"]`);
  if (tab) select(tab);
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-close]");
  if (!button) return;
  button.closest(".notice").remove();
  document.querySelector("main").focus({ preventScroll: true }); // the button is gone: the keyboard must not start over
});

for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => window.print());
showTheme();
