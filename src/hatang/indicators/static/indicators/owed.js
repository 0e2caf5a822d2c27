// Remembers the row a person is in, so that saving from the bar below comes back to it. The page works without this file.
for (const form of document.querySelectorAll("[data-owed]")) {
  form.addEventListener("focusin", (event) => {
    const row = event.target.closest("[data-row]");
    if (row) form.elements.o.value = row.dataset.row;
  });
}
const result = document.querySelector("#ket-qua [role=alert]");
if (result) document.getElementById("ket-qua").focus();
