// Keys press what has data-key, or give it the focus when it is a field. In a list, whose lines have a link marked data-step, "j" and "k"
// go from one to the next, "o" opens. They can be turned off, for who speaks to the computer.
{
  const on = document.getElementById("shortcuts-on");
  on.checked = localStorage.getItem("hubee-shortcuts") !== "off";
  on.addEventListener("change", () => localStorage.setItem("hubee-shortcuts", on.checked ? "on" : "off"));

  const step = (key) => {
    const steps = [...document.querySelectorAll("[data-step]")];
    const here = steps.findIndex((each) => each.closest("li, tr").contains(document.activeElement));
    return { j: steps[here + 1] ?? steps.at(-1), k: steps[Math.max(here - 1, 0)], o: steps[Math.max(here, 0)] }[key];
  };

  document.addEventListener("keydown", (event) => {
    const { key, target, ctrlKey, altKey, metaKey } = event;
    const typing = target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
    const silent = !on.checked || typing || isDialogOpen() || ctrlKey || altKey || metaKey;
    const wanted = silent ? null : (step(key) ?? document.querySelector(`[data-key="${CSS.escape(key)}"]`));
    if (wanted) {
      event.preventDefault();
      wanted.matches("input, textarea") || (wanted.matches("[data-step]") && key !== "o") ? wanted.focus() : wanted.click();
    }
  });
}
