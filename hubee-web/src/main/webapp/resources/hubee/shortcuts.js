// Keys that go somewhere: whatever has data-key is pressed, or takes the focus when it is a field. In a list, whose lines have a
// link marked data-step, "j" and "k" go from one to the next, "o" opens. "?" shows them all. They can be turned off, for who
// speaks to the computer.
{
  const on = document.getElementById("shortcuts-on");
  const steps = () => [...document.querySelectorAll("[data-step]")];
  const here = () => steps().findIndex((step) => step.closest("li, tr").contains(document.activeElement));
  const targets = () => new Map([...document.querySelectorAll("[data-key]")].reverse().map((each) => [each.dataset.key, each]));

  const fill = () => {
    document.getElementById("shortcuts-steps").hidden = steps().length === 0;
    const page = document.getElementById("shortcuts-page");
    page.replaceChildren();
    for (const [key, target] of [...targets()].reverse()) {
      const term = page.appendChild(document.createElement("dt"));
      term.appendChild(document.createElement("kbd")).textContent = key;
      page.appendChild(document.createElement("dd")).textContent = target.dataset.keyLabel || target.textContent.trim();
    }
  };

  const walk = {
    j: () => (steps()[here() + 1] ?? steps().at(-1)).focus(),
    k: () => steps()[Math.max(here() - 1, 0)].focus(),
    o: () => steps()[Math.max(here(), 0)].click(),
  };

  on.checked = localStorage.getItem("hubee-shortcuts") !== "off";
  on.addEventListener("change", () => localStorage.setItem("hubee-shortcuts", on.checked ? "on" : "off"));
  document.addEventListener("click", (event) => event.target.closest('[data-opens="shortcuts"]') && fill());

  document.addEventListener("keydown", (event) => {
    const { key } = event;
    const typing = event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
    if (!on.checked || typing || isDialogOpen() || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const target = targets().get(key);
    if (key === "?") {
      fill();
      PF("shortcuts").show();
    } else if (key in walk && steps().length > 0) {
      walk[key]();
    } else if (target) {
      target.matches("input, select, textarea") ? target.focus() : target.click();
    } else {
      return;
    }
    event.preventDefault();
  });
}
