// Forms, on all pages. A second click sends nothing while the first one is on its way: a few seconds later the button works again. What
// answers with a file (data-leaves) leaves the page here: another file may be asked for at once.
{
  document.addEventListener(
    "click",
    (event) => {
      const button = event.target.closest("button[type=submit]");
      const busy = button?.getAttribute("aria-busy") === "true" && !button.form.matches("[data-leaves]");
      if (button && (event.detail > 1 || busy)) {
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
    const leaves = target.matches("[data-leaves]");
    if (event.defaultPrevented || (leaves ? target.dataset.sent === sent : target.dataset.sent)) {
      event.preventDefault();
      return;
    }
    target.dataset.sent = sent;
    sessionStorage.setItem("hubee-pressed", JSON.stringify([submitter?.id, sent]));
    submitter?.setAttribute("aria-busy", "true");
    setTimeout(() => again(target), 5000);
    const dialog = leaves && submitter?.closest(".ui-dialog");
    dialog && PF(dialog.id).hide(); // the page asks what the file begins
    dialog && window.left?.(new FormData(target).getAll("parti").map((value) => ({ name: "parti", value })));
  });

  addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(again));

  function again(form) {
    delete form.dataset.sent;
    [...form.elements].forEach((button) => button.removeAttribute("aria-busy")); // a button may stand outside of it
  }

  // What was done or refused is told at the top: who reads on begins there, unless a dialog opens.
  addEventListener("load", () => {
    const refused = document.getElementById("refused");
    // as if the page had been opened by its address: going back to it, or loading it again, sends nothing a second time
    refused && history.replaceState(history.state, "", location.href);
    document.querySelector(".ui-dialog[aria-hidden=false]") ?? (refused ?? document.querySelector("#done:has(li)"))?.focus();
  });

  // Light or dark at once, without losing what is typed; the server keeps the choice for the next page.
  document.querySelector("form.theme").addEventListener("submit", async (event) => {
    event.preventDefault();
    const { submitter, target } = event;
    document.documentElement.dataset.theme = submitter.value;
    await fetch(target.action, { method: "POST", body: new URLSearchParams(new FormData(target, submitter)), redirect: "manual" });
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

  // Shows what only concerns some choices: data-only-for names the list or the radio buttons, data-only-when the values.
  const choose = () => {
    for (const part of document.querySelectorAll("[data-only-for]")) {
      const fields = part.dataset.onlyFor.split(" ").map((id) => document.getElementById(id));
      const wanted = part.dataset.onlyWhen.split(" ");
      part.hidden = !fields.some((field) => wanted.includes(field.value) && (field.type !== "radio" || field.checked));
    }
  };
  document.addEventListener("change", choose);
  choose();
}
