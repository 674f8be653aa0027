// Forms, on all pages. A second click sends nothing while the first one is on its way. What answers with a file leaves the page here: a few
// seconds later the button works again.
{
  document.addEventListener(
    "click",
    (event) => {
      const button = event.target.closest("button[type=submit]");
      if (button && (event.detail > 1 || button.getAttribute("aria-busy") === "true")) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
    },
    true,
  );

  // Enter held down opens a dialog, and must not press what it shows.
  document.addEventListener(
    "keydown",
    (event) => event.repeat && event.key === "Enter" && event.target.matches("button") && event.preventDefault(),
    true,
  );

  // The last characters that a text may have are told.
  document.addEventListener("input", ({ target }) => {
    document.getElementById(`${target.id}-left`)?.setAttribute("aria-live", target.maxLength - target.value.length <= 50 ? "polite" : "off");
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented) {
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "true";
    event.submitter?.setAttribute("aria-busy", "true");
    setTimeout(() => again(form), 5000);
  });

  addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(again));

  function again(form) {
    delete form.dataset.sent;
    [...form.elements].forEach((button) => button.removeAttribute("aria-busy")); // a button may stand outside of it
  }

  // What was done or refused is told at the top: who reads on begins there, unless a dialog opens.
  addEventListener("load", () => {
    const refused = document.getElementById("refused");
    if (refused) {
      // as if the page had been opened by its address: going back to it, or loading it again, sends nothing a second time
      history.replaceState(history.state, "", location.href);
    }
    if (!document.querySelector(".ui-dialog[aria-hidden=false]")) {
      (refused ?? document.querySelector("#done:has(li)"))?.focus();
    }
  });
}
