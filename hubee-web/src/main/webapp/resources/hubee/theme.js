// Changes between light and dark at once, without losing what is typed; the cookie is for the next page.
{
  const form = document.querySelector("form.theme");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = event.submitter;
    document.documentElement.dataset.theme = chosen.value;
    for (const button of form.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(button === chosen));
    }
    fetch(form.action, {
      method: "POST",
      body: new URLSearchParams({ choix: chosen.value }),
      redirect: "manual",
      headers: { "X-HubEE-Refresh": "1" },
    });
  });
}
