// Keys that go somewhere: whatever has data-key is pressed, or takes the focus when it is a field. In a list, whose lines have a
// link marked data-step, "j" and "k" go from one to the next, "o" opens. "?" shows them all. They can be turned off, for who
// speaks to the computer.
{
  const dialog = document.getElementById("shortcuts");
  const on = document.getElementById("shortcuts-on");
  const list = dialog.querySelector("dl");

  const add = (key, label) => {
    const term = document.createElement("dt");
    const kbd = document.createElement("kbd");
    kbd.textContent = key;
    term.append(kbd);
    const text = document.createElement("dd");
    text.textContent = label;
    list.append(term, text);
  };

  const fill = () => {
    list.replaceChildren();
    add("?", "Montrer cette liste");
    add("Échap", "Fermer une fenêtre");
    if (steps().length > 0) {
      add("j", "Aller au suivant de la liste");
      add("k", "Revenir au précédent");
      add("o", "Ouvrir celui où vous êtes");
    }
    const named = new Set();
    for (const target of document.querySelectorAll("[data-key]")) {
      if (!named.has(target.dataset.key)) {
        named.add(target.dataset.key);
        add(target.dataset.key, target.dataset.keyLabel || target.textContent.trim());
      }
    }
  };

  const steps = () => [...document.querySelectorAll("[data-step]")];
  const here = () => steps().findIndex((step) => step.closest("li, tr").contains(document.activeElement));

  const walk = {
    j: () => (steps()[here() + 1] ?? steps().at(-1)).focus(),
    k: () => steps()[Math.max(here() - 1, 0)].focus(),
    o: () => steps()[Math.max(here(), 0)].click(),
  };

  on.checked = localStorage.getItem("hubee-shortcuts") !== "off";
  on.addEventListener("change", () => localStorage.setItem("hubee-shortcuts", on.checked ? "on" : "off"));
  document.addEventListener("click", (event) => event.target.closest('[data-opens="shortcuts"]') && fill());

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
    if (!on.checked || typing || document.querySelector(OPEN_DIALOG) || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    if (event.key === "?") {
      event.preventDefault();
      fill();
      PF("shortcuts").show();
      return;
    }
    if (event.key in walk && steps().length > 0) {
      event.preventDefault();
      walk[event.key]();
      return;
    }
    const target = [...document.querySelectorAll("[data-key]")].find((each) => each.dataset.key === event.key);
    if (target) {
      event.preventDefault();
      target.matches("input, select, textarea") ? target.focus() : target.click();
    }
  });
}
