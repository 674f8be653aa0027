// What was refused is read first; in a dialog, beside its field. The page counts as one that was opened by its address: to come
// back to it, or to load it again, sends nothing a second time.
{
  const refused = document.getElementById("refused");
  if (refused) {
    history.replaceState(history.state, "", location.href);
    if (!document.querySelector("dialog[open]")) {
      refused.focus();
    }
  }
}
