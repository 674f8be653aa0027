// What folds out over the page, a group of the menu or choices, closes with the Escape key, and with a click beside it.
{
  const FOLDED_OUT = ".menu details[open], .list-choices[open]";

  document.addEventListener("keydown", (event) => {
    const group = document.querySelector(FOLDED_OUT);
    if (event.key === "Escape" && group && !document.querySelector(".ui-dialog[aria-hidden=false]")) {
      group.open = false;
      group.querySelector("summary").focus();
    }
  });

  document.addEventListener("click", (event) => {
    for (const group of document.querySelectorAll(FOLDED_OUT)) {
      group.open = group.contains(event.target);
    }
  });

  // « À faire », which the browser has kept, shows what was true before.
  addEventListener("pageshow", (event) => {
    if (event.persisted && document.getElementById("todo")) {
      location.reload();
    }
  });
}
