// What folds out over the page, a group of the menu or choices, closes with the Escape key, and with a click beside it.
{
  const foldedOut = () => document.querySelectorAll(".menu details[open], .list-choices[open]");

  document.addEventListener("keydown", ({ key }) => {
    const [group] = foldedOut();
    if (key === "Escape" && group && !document.querySelector(".ui-dialog[aria-hidden=false]")) {
      group.open = false;
      group.querySelector("summary").focus();
    }
  });

  document.addEventListener("click", ({ target }) => foldedOut().forEach((group) => (group.open = group.contains(target))));
}
