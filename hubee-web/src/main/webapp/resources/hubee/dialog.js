// Opens and closes dialogs: data-opens and data-closes name them. One with an error inside opens by itself.
{
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens]");
    const closer = event.target.closest("[data-closes]");
    if (opener) {
      document.getElementById(opener.dataset.opens).showModal();
    } else if (closer) {
      document.getElementById(closer.dataset.closes).close();
    }
  });

  for (const dialog of document.querySelectorAll("dialog")) {
    if (dialog.querySelector(".field-error:not(:empty)")) {
      dialog.showModal();
    }
  }
}
