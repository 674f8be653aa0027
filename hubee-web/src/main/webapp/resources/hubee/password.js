// Shows and hides what is typed as a password.
for (const button of document.querySelectorAll("button[data-shows]")) {
  button.addEventListener("click", () => {
    const shown = button.getAttribute("aria-pressed") === "true";
    for (const id of button.dataset.shows.split(" ")) {
      document.getElementById(id).type = shown ? "password" : "text";
    }
    button.setAttribute("aria-pressed", String(!shown));
    button.textContent = shown ? "Afficher le mot de passe" : "Masquer le mot de passe";
  });
}
