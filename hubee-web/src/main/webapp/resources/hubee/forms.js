// Forms, on all pages. A second click sends nothing while the first one is on its way: a few seconds later the button works again. What
// answers with a file (data-leaves) leaves the page here: another file may be asked for at once.
{
  const busy = (form) => [...form.elements].filter((each) => each.matches("[aria-busy=true]")); // a button may stand outside of it
  const again = (form) => busy(form).forEach((button) => button.removeAttribute("aria-busy"));

  document.addEventListener(
    "click",
    (event) => {
      const form = event.target.closest("button[type=submit]")?.form;
      if (form && (event.detail > 1 || (busy(form).length > 0 && !form.matches("[data-leaves]")))) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
    },
    true,
  );

  // Enter held down opens a dialog, and must not press what it shows.
  document.addEventListener("keydown", (event) => {
    event.repeat && event.key === "Enter" && event.target.matches("button") && event.preventDefault();
  });

  // The last characters that a text may have are told.
  document.addEventListener("input", ({ target }) => {
    document.getElementById(`${target.id}-left`)?.setAttribute("aria-live", target.maxLength - target.value.length <= 50 ? "polite" : "off");
  });

  // Whether two acts are the same: all that a form sends, as a number that tells no password.
  window.fingerprint = (form, submitter) => {
    const fields = [...new FormData(form, submitter)].filter(([name]) => !name.startsWith("jakarta.faces"));
    const text = JSON.stringify([submitter?.id, fields, fields.map(([, { name }]) => name)]).replaceAll("\\r", "");
    return [...text].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) | 0, 0).toString();
  };

  document.addEventListener("submit", (event) => {
    const { target, submitter } = event;
    const sent = fingerprint(target, submitter);
    if (event.defaultPrevented || (busy(target).length > 0 && target.dataset.sent === sent)) {
      event.preventDefault();
      return;
    }
    target.dataset.sent = sent;
    sessionStorage.setItem("hubee-pressed", JSON.stringify([submitter?.id, sent]));
    submitter?.setAttribute("aria-busy", "true");
    setTimeout(() => again(target), 5000);
    const dialog = target.matches("[data-leaves]") && submitter?.closest(".ui-dialog");
    if (dialog) {
      PF(dialog.id).hide(); // the page asks what the file begins
      window.left?.(new FormData(target).getAll("parti").map((value) => ({ name: "parti", value })));
    }
  });

  addEventListener("pageshow", () => [...document.forms].forEach(again));

  // what the page tells has the focus, also where its address has a fragment: browsers leave it to that
  addEventListener("load", () => document.activeElement.matches("body, #main") && document.querySelector(".told [autofocus]")?.focus());

  // a refusal, as if the page had been opened by its address: going back to it, or loading it again, sends nothing a second time
  document.getElementById("refused") && history.replaceState(history.state, "", location.href);

  // Light or dark at once, without losing what is typed; the server keeps the choice for the next page.
  document.querySelector("form.theme").addEventListener("submit", async (event) => {
    event.preventDefault();
    const { submitter, target } = event;
    document.documentElement.dataset.theme = submitter.value;
    const body = new URLSearchParams(new FormData(target, submitter));
    await fetch(target.action, { method: "POST", body, redirect: "manual" }).catch(() => null); // then it is for this page alone
    target.querySelectorAll("button").forEach((button) => button.setAttribute("aria-pressed", button === submitter));
  });

  // Shows and hides what is typed as a password.
  document.addEventListener("click", ({ target }) => {
    if (target.matches("button[data-shows]")) {
      const shown = target.getAttribute("aria-pressed") === "true";
      target.dataset.shows.split(" ").forEach((id) => (document.getElementById(id).type = shown ? "password" : "text"));
      target.setAttribute("aria-pressed", String(!shown));
      target.textContent = shown ? "Afficher le mot de passe" : "Masquer le mot de passe";
    }
  });

  // What folds out, a group of the menu or choices, closes with the Escape key, and with a click beside it.
  const fold = ({ key, target }) => {
    const group = document.querySelector(".menu details[open], .list-choices[open]");
    if (group && (key ? key === "Escape" && !document.querySelector(".ui-dialog[aria-hidden=false]") : !group.contains(target))) {
      group.open = false;
      key && group.querySelector("summary").focus();
    }
  };
  document.addEventListener("keydown", fold);
  document.addEventListener("click", fold);
}
