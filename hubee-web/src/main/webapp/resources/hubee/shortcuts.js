// Keys that go somewhere: whatever has data-key is pressed, or takes the focus when it is a field. "?" shows them all. They can
// be turned off, for who speaks to the computer.
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
    for (const target of document.querySelectorAll("[data-key]")) {
      add(target.dataset.key, target.dataset.keyLabel || target.textContent.trim());
    }
  };

  on.checked = localStorage.getItem("hubee-shortcuts") !== "off";
  on.addEventListener("change", () => localStorage.setItem("hubee-shortcuts", on.checked ? "on" : "off"));
  document.addEventListener("click", (event) => event.target.closest('[data-opens="shortcuts"]') && fill());

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable], dialog");
    if (!on.checked || typing || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    if (event.key === "?") {
      event.preventDefault();
      fill();
      dialog.showModal();
      return;
    }
    const target = [...document.querySelectorAll("[data-key]")].find((each) => each.dataset.key === event.key);
    if (target) {
      event.preventDefault();
      target.matches("input, select, textarea") ? target.focus() : target.click();
    }
  });
}
