// Dialogs are p:dialog. data-opens and data-closes name them; an opener may have the value that the dialog sends, and what it
// tells. One with an error inside opens by itself.
function isDialogOpen() {
  return document.querySelector(".ui-dialog[aria-hidden=false]") !== null;
}

// What had the focus may have been replaced, be hidden or gone: the first of these that can has it. The number of lines has it only until
// more is told: a list is drawn without a line before what has become of that is known.
function keepFocus(...wanted) {
  const lost = document.activeElement;
  const told = ["#refused", "#done:has(li)", "#moved:has(a)", "#found", "#main"].map((each) => document.querySelector(each));
  for (const next of lost && !lost.matches("body, #found") ? [] : [...wanted, ...told]) {
    if (document.activeElement !== lost || next === lost) {
      return;
    }
    next?.focus({ preventScroll: /^(main|found)$/.test(next.id) });
  }
}

const { hide } = PrimeFaces.widget.Dialog.prototype;

Object.assign(PrimeFaces.widget.Dialog.prototype, {
  // not while its act is under way: its text is needed if that fails
  hide(...how) {
    this.jq.find(".ui-button[aria-busy=true]").length || hide.apply(this, how);
  },

  applyFocus() {
    this.jq.find(":tabbable").not(".hint a")[0]?.focus(); // a hint leads elsewhere
  },

  // "close" does not bubble
  returnFocus() {
    const dialog = this.jq[0];
    const before = dialog.querySelector("[data-returns]")?.dataset.returns ?? this.focusedElementBeforeDialogOpened?.id;
    dialog.dispatchEvent(new Event("close"));
    dialog.contains(document.activeElement) && document.activeElement.blur();
    keepFocus(document.getElementById(before), document.querySelector(`[data-opens="${dialog.id}"]`));
  },
});

document.addEventListener("click", ({ target }) => {
  const opener = target.closest("[data-opens]");
  if (opener) {
    const dialog = document.getElementById(opener.dataset.opens);
    dialog.querySelectorAll("[data-takes]").forEach((field) => (field.value = opener.dataset[field.dataset.takes || "value"]));
    dialog.querySelectorAll("[data-tells]").forEach((text) => (text.textContent = opener.dataset.told));
    opener.focus({ preventScroll: true });
    PF(dialog.id).show();
  } else if (target.closest("[data-closes]")) {
    PF(target.closest("[data-closes]").dataset.closes).hide();
  } else if (!PrimeFaces.ajax.Queue.isEmpty()) {
    target.closest(".ui-button[type=submit]")?.setAttribute("aria-busy", "true"); // also while it waits for another one
  }
});

// after the widgets of the page are made
addEventListener("load", () => document.querySelectorAll(".ui-dialog:has(.field-error:not(:empty))").forEach(({ id }) => PF(id).show()));

// An act is sent by a p:commandButton, once. Done, its dialog closes; refused at a field, it stays; refused as a whole, the
// page says why, or that it had changed. What was not sent at all says so beside its button, and can be sent again. What a page asks by
// itself says so, so that an unattended screen ends its session.
let acting = null;
let focused = null;

function alarm(textContent, more) {
  return Object.assign(document.createElement("p"), { className: "note refused", role: "alert", textContent, ...more });
}

// Shows it where refusals are shown.
function refuse(text, more) {
  document.getElementById("refusals").replaceChildren(alarm(text, { id: "refused", tabIndex: -1, ...more }));
}

// Returns the sentence of the error page; undefined where no server has answered.
function reason({ responseText }) {
  return new DOMParser().parseFromString(responseText ?? "", "text/html").querySelector("main .lead")?.textContent;
}

$(document).on("pfAjaxSend", (event, request, { source }) => {
  const button = document.getElementById(source);
  focused = document.activeElement;
  if (/^(refresh|left)/.test(source)) {
    request.setRequestHeader("X-HubEE-Refresh", "1");
  } else if (button?.matches("button[type=submit]")) {
    acting = { button: source, form: button.form.id, dialog: button.closest(".ui-dialog") };
    button.setAttribute("aria-busy", "true");
    button.form.querySelectorAll(".not-sent").forEach((told) => told.remove());
    button.form.dispatchEvent(new Event("hubee:sent", { bubbles: true }));
  }
});

$(document).on("pfAjaxError", (event, request) => {
  const lost = "Non envoyé : le réseau ou le serveur ne répond pas. Votre texte est gardé ; réessayez.";
  acting && document.getElementById(acting.button).before(alarm(reason(request) ?? lost, { className: "note refused not-sent" }));
});

$(document).on("pfAjaxComplete", (event, request, { source }, answer) => {
  const { dialog, button, form } = source === acting?.button ? acting : {};
  const done = button && answer?.address !== undefined;
  document.dispatchEvent(new CustomEvent("hubee:answered", { detail: button ? { done, leaving: answer?.redirect } : {} }));
  PrimeFaces.ajax.Queue.requests.length < 2 && $(".ui-button[aria-busy]").removeAttr("aria-busy"); // also of what was never sent
  if (!button) {
    focused === document.body || keepFocus();
    return;
  }
  acting = null;
  document.getElementById(button)?.removeAttribute("aria-busy");
  done && history.replaceState(history.state, "", answer.address);
  done && button === "identity-confirm" && goOn();
  const wrong = document.querySelector(`#${form} [aria-invalid=true]`);
  wrong?.focus();
  if (!wrong && request.status === 200 && !answer?.redirect) {
    if (dialog) {
      dialog.refused = !done;
      PF(dialog.id).hide();
      dialog.refused = false;
    }
    done || document.getElementById("refused") || refuse("Rien n’a été enregistré : la page avait changé. Vérifiez, puis recommencez.");
    document.getElementById("refused")?.focus();
  }
  keepFocus();
});

// She has confirmed that it is her: what was refused is sent again, where the page still has all of it.
function goOn() {
  const [id, sent] = JSON.parse(sessionStorage.getItem("hubee-pressed"));
  const button = document.getElementById(id);
  const whole = button && fingerprint(button.form, button) === sent;
  whole ? button.click() : refuse("C’est confirmé : recommencez votre action.", { className: "note success" });
}

// A page asks by itself while it shows something to follow: not where nobody looks, nor behind an open dialog.
function mayRefresh() {
  return !document.hidden && !isDialogOpen() && document.querySelector("[data-followed]") !== null;
}

// A page that the browser has kept shows what was true before.
addEventListener("pageshow", ({ persisted }) => {
  const { refresh } = PrimeFaces.widgets;
  const late = document.getElementById("todo") ? () => location.reload() : (refresh?.cfg.fn ?? window.renew);
  persisted && late?.();
});
