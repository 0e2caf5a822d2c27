// Puts reminders of reporting where a page keeps room for them. Without this file they stand on the pages of figures.
for (const place of document.querySelectorAll("[data-notices]")) {
  const answer = await fetch(place.dataset.notices).catch(() => null);
  if (answer?.ok && !answer.redirected) place.innerHTML = await answer.text();
}
