// Dialogs are p:dialog. data-opens and data-closes name them; an opener may have the value that the dialog sends, and what it
// tells. One with an error inside opens by itself.
const OPEN_DIALOG = ".ui-dialog[aria-hidden=false]";

Object.assign(PrimeFaces.widget.Dialog.prototype, {
  applyFocus() {
    this.jq.find(":tabbable").first().trigger("focus");
  },

  // What had the focus may have been replaced, or be gone: where it was, or the page, has it. "close" does not bubble.
  returnFocus() {
    const dialog = this.jq[0];
    dialog.dispatchEvent(new Event("close"));
    const returns = dialog.querySelector("[data-returns]")?.dataset.returns;
    const before = this.focusedElementBeforeDialogOpened?.id;
    const opener = document.querySelector(`[data-opens="${dialog.id}"]`);
    for (const next of [document.getElementById(returns ?? before), opener, document.getElementById("main")]) {
      const focused = document.activeElement;
      if (!focused || focused === document.body || dialog.contains(focused)) {
        next?.focus(); // in vain where it is hidden
      }
    }
  },
});

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens]");
  const closer = event.target.closest("[data-closes]");
  if (opener) {
    const dialog = document.getElementById(opener.dataset.opens);
    if (opener.dataset.value) {
      dialog.querySelector("[data-takes]").value = opener.dataset.value;
      dialog.querySelector("[data-tells]").textContent = opener.dataset.told;
    }
    opener.focus();
    PF(dialog.id).show();
  } else if (closer) {
    PF(closer.dataset.closes).hide();
  }
});

// after the widgets of the page are made
addEventListener("load", () => {
  for (const wrong of document.querySelectorAll(".ui-dialog .field-error:not(:empty)")) {
    PF(wrong.closest(".ui-dialog").id).show();
  }
});
