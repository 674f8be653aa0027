// Dialogs are p:dialog. data-opens and data-closes name them; an opener may have the value that the dialog sends, and what it
// tells. One with an error inside opens by itself.
const OPEN_DIALOG = ".ui-dialog[aria-hidden=false]";

const { hide } = PrimeFaces.widget.Dialog.prototype;

Object.assign(PrimeFaces.widget.Dialog.prototype, {
  // not while its act is under way: its text is needed if that fails
  hide(...how) {
    if (this.jq.find(".ui-button[aria-busy=true]").length === 0) {
      hide.apply(this, how);
    }
  },

  applyFocus() {
    this.jq.find(":tabbable")[0]?.focus();
  },

  // What had the focus may have been replaced, or be gone: where it was, or the page, has it. "close" does not bubble.
  returnFocus() {
    const dialog = this.jq[0];
    dialog.dispatchEvent(new Event("close"));
    const returns = dialog.querySelector("[data-returns]")?.dataset.returns;
    const before = this.focusedElementBeforeDialogOpened?.id;
    const opener = document.querySelector(`[data-opens="${dialog.id}"]`);
    const told = document.querySelector("#done:has(li)");
    for (const next of [document.getElementById(returns ?? before), opener, told, document.getElementById("main")]) {
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
  } else if (!PrimeFaces.ajax.Queue.isEmpty()) {
    event.target.closest(".ui-button[type=submit]")?.setAttribute("aria-busy", "true"); // also while it waits for another one
  }
});

// after the widgets of the page are made
addEventListener("load", () => {
  for (const wrong of document.querySelectorAll(".ui-dialog .field-error:not(:empty)")) {
    PF(wrong.closest(".ui-dialog").id).show();
  }
});

// An act is sent by a p:commandButton, once. Done, its dialog closes; refused at a field, it stays; refused as a whole, the
// page says why, or that it had changed. What was not sent at all says so beside its button, and can be sent again.
let acting = null;

$(document).on("pfAjaxSend", (event, request, settings) => {
  const button = document.getElementById(settings.source);
  if (button?.matches("button[type=submit]")) {
    acting = { button: button.id, form: button.form.id, dialog: button.closest(".ui-dialog") };
    button.setAttribute("aria-busy", "true");
    button.form.querySelectorAll(".not-sent").forEach((told) => told.remove());
    button.form.dispatchEvent(new Event("hubee:sent", { bubbles: true }));
  }
});

$(document).on("pfAjaxError", (event, request) => {
  if (acting) {
    const text = new DOMParser().parseFromString(request.responseText ?? "", "text/html").querySelector("main .lead")?.textContent;
    const told = Object.assign(document.createElement("p"), { className: "not-sent note refused", role: "alert" });
    told.textContent = text ?? "Non envoyé : le réseau ou le serveur ne répond pas. Votre texte est gardé ; réessayez.";
    document.getElementById(acting.button).before(told);
  }
});

$(document).on("pfAjaxComplete", (event, request, settings, answer) => {
  if (settings.source !== acting?.button) {
    document.dispatchEvent(new CustomEvent("hubee:answered", { detail: {} }));
    return;
  }
  const { dialog, button, form } = acting;
  acting = null;
  const done = answer?.address !== undefined;
  const arrived = request.status === 200;
  document.getElementById(button)?.removeAttribute("aria-busy");
  document.dispatchEvent(new CustomEvent("hubee:answered", { detail: { done, leaving: answer?.redirect } }));
  if (done) {
    history.replaceState(history.state, "", answer.address);
  }
  const wrong = document.querySelector(`#${form} [aria-invalid=true]`);
  if (wrong) {
    wrong.focus();
  } else if (dialog && arrived && !answer?.redirect) {
    dialog.refused = !done;
    PF(dialog.id).hide();
    dialog.refused = false;
  }
  if (arrived && !done && !wrong && !answer?.redirect && !document.getElementById("refused")) {
    const told = Object.assign(document.createElement("p"), { id: "refused", className: "note refused", role: "alert", tabIndex: -1 });
    told.textContent = "Rien n’a été enregistré : la page avait changé. Vérifiez, puis recommencez.";
    document.getElementById("refusals").append(told);
  }
  const refused = document.getElementById("refused");
  if (arrived && refused && !wrong) {
    refused.focus();
  } else if (document.activeElement === document.body) {
    (document.querySelector("#done:has(li)") ?? document.getElementById("main")).focus();
  }
});
