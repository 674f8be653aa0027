// Copies what a field holds: data-copies names it. Where the browser keeps the clipboard to itself, the text is selected.
document.addEventListener("click", async ({ target }) => {
  const button = target.closest("[data-copies]");
  if (button) {
    const field = document.getElementById(button.dataset.copies);
    field.select();
    const copied = await navigator.clipboard?.writeText(field.value).then(() => true, () => false);
    button.nextElementSibling.textContent = copied ? "Copié" : "Appuyez sur Ctrl + C";
  }
});
