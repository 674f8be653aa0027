// A second click sends nothing while the first one is on its way. What answers with a file leaves the page here: a few
// seconds later the button works again.
{
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
    form.querySelectorAll("[aria-busy]").forEach((button) => button.removeAttribute("aria-busy"));
  }
}
