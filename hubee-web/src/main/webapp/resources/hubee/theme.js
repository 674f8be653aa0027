// Changes between light and dark at once, without losing what is typed; the cookie is for the next page. Without scripts, the
// form is sent and the server does the same.
{
  const form = document.querySelector("form.theme");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = event.submitter;
    document.documentElement.dataset.theme = chosen.value;
    for (const button of form.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(button === chosen));
    }
    const secure = location.protocol === "https:" ? "; secure" : "";
    document.cookie = `hubee-affichage=${chosen.value}; path=/; max-age=31536000; samesite=lax${secure}`;
  });
}
