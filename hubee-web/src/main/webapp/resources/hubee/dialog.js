// Opens and closes dialogs: data-opens and data-closes name them. One with data-opened, or with an error inside, opens by
// itself; it gives the focus to what data-returns names. Where none opens, the summary of what was refused has the focus.
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
    if (dialog.dataset.opened || dialog.querySelector(".field-error:not(:empty)")) {
      dialog.showModal();
      dialog.addEventListener("close", () => document.getElementById(dialog.dataset.returns)?.focus());
    }
  }

  const refused = document.getElementById("refused");
  if (refused) {
    // as if the page had been opened by its address: going back to it, or loading it again, sends nothing a second time
    history.replaceState(history.state, "", location.href);
    if (!document.querySelector("dialog[open]")) {
      refused.focus();
    }
  }
}
