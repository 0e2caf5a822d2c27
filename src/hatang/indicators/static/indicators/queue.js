// Keys of the review queue: j and k go from row to row, space ticks (as everywhere), r opens the return. Works without this file.
const boxes = [...document.querySelectorAll(".queue input[name=chon]")];

function at() {
  const row = document.activeElement.closest(".queue__row");
  return boxes.findIndex((box) => row && row.contains(box));
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("textarea, input:not([type=checkbox]), select")) return;
  if (event.key === "j" || event.key === "k") {
    const now = at();
    const next = boxes[now < 0 ? 0 : now + (event.key === "j" ? 1 : -1)];
    if (next) next.focus();
  } else if (event.key === "r" && at() >= 0) {
    event.preventDefault();
    const details = boxes[at()].closest(".queue__row").querySelector("[data-return]");
    details.open = true;
    details.querySelector("textarea").focus();
  }
});
