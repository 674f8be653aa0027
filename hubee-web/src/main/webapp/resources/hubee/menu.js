// An open group of the menu closes with the Escape key, and with a click beside it.
{
  const open = () => document.querySelector(".menu details[open]");

  document.addEventListener("keydown", (event) => {
    const group = open();
    if (event.key === "Escape" && group && !document.querySelector("dialog[open]")) {
      group.open = false;
      group.querySelector("summary").focus();
    }
  });

  document.addEventListener("click", (event) => {
    const group = open();
    if (group && !group.contains(event.target)) {
      group.open = false;
    }
  });
}
