// Copies what a field holds: data-copies names it. Where the browser keeps the clipboard to itself, the text is selected.
for (const button of document.querySelectorAll("[data-copies]")) {
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  said.className = "muted";
  button.after(said);
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copies);
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      said.textContent = "Copié";
    } catch {
      said.textContent = "Appuyez sur Ctrl + C";
    }
  });
}
