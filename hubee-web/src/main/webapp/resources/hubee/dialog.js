// Opens and closes dialogs: data-opens and data-closes name them. One with data-opened, or with an error inside, opens by
// itself; it gives the focus to what data-returns names. Where none opens, what was done or refused has the focus.
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

  // A dialog that opened by itself, or whose opener is gone, leaves the focus nowhere. The event does not bubble.
  document.addEventListener(
    "close",
    (event) => {
      for (const next of [document.querySelector(`[data-opens="${event.target.id}"]`), document.getElementById("main")]) {
        const focused = document.activeElement;
        if (focused === document.body || event.target.contains(focused)) {
          next?.focus(); // in vain where it is hidden
        }
      }
    },
    true,
  );

  for (const dialog of document.querySelectorAll("dialog")) {
    if (dialog.dataset.opened || dialog.querySelector(".field-error:not(:empty)")) {
      dialog.showModal();
      dialog.addEventListener("close", () => document.getElementById(dialog.dataset.returns)?.focus());
    }
  }

  // What was done is told at the top, after another page was loaded: who reads on begins there.
  const done = document.querySelector("#told [role=status]");
  if (done && !document.querySelector("dialog[open]")) {
    done.tabIndex = -1;
    done.focus();
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
