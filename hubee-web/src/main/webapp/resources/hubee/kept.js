// What is typed into a field marked data-kept stays in this tab until it is sent: who leaves the page, or whose session ends
// first, finds it again. Only for the person who typed it; forgotten when she signs out.
{
  const PREFIX = "hubee-kept ";
  const person = document.getElementById("person")?.dataset.person;
  const page = location.pathname + location.search;

  const entries = () =>
    Object.keys(sessionStorage)
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => [key, JSON.parse(sessionStorage.getItem(key))]);
  const store = (key, entry) => sessionStorage.setItem(key, JSON.stringify(entry));
  const keyOf = (field) => PREFIX + page + "#" + field.id;

  if (!person) {
    // the way to the sign-in page: what was sent did not arrive
    entries().forEach(([key, entry]) => store(key, { ...entry, sent: false, ended: true }));
  } else {
    const refused = document.querySelector(".messages .refusal") !== null;
    for (const [key, entry] of entries()) {
      if (entry.person !== person || (entry.sent && !refused)) {
        sessionStorage.removeItem(key);
      } else if (entry.sent) {
        store(key, { ...entry, sent: false }); // it was refused: it is a draft again
      }
    }
    let back = null;
    for (const field of document.querySelectorAll("[data-kept]")) {
      const entry = JSON.parse(sessionStorage.getItem(keyOf(field)));
      if (entry && field.value === "" && entry.value !== "") {
        field.value = entry.value;
        field.dispatchEvent(new Event("input", { bubbles: true }));
        const dialog = field.closest(".ui-dialog");
        if (dialog) {
          addEventListener("load", () => PF(dialog.id).show());
        }
        back = entry.ended ? "ended" : (back ?? "draft");
        store(keyOf(field), { ...entry, ended: false });
      }
    }
    if (back) {
      const kept = document.getElementById("kept-back");
      kept.querySelector(`[data-${back}]`).hidden = false;
      kept.hidden = false;
    }

    // Where a field is no longer on the page, since a colleague was faster, its text is shown apart.
    const unsaved = document.getElementById("unsaved");
    const orphans = entries().filter(([key]) => {
      const [where, id] = key.slice(PREFIX.length).split("#");
      return unsaved && where === page && !document.getElementById(id);
    });
    const texts = orphans.map(([, entry]) => entry.value).filter((text) => text !== "");
    if (texts.length > 0) {
      document.getElementById("unsaved-text").value = texts.join("\n\n");
      unsaved.hidden = false;
    }
    document.getElementById("forget-unsaved")?.addEventListener("click", () => {
      orphans.forEach(([key]) => sessionStorage.removeItem(key));
      unsaved.hidden = true;
      document.getElementById("main").focus();
    });

    document.addEventListener("input", (event) => {
      const field = event.target;
      if (field.matches("[data-kept]")) {
        store(keyOf(field), { person, value: field.value, sent: false });
      }
    });

    document.addEventListener("submit", (event) => {
      if (event.target.querySelector("#sign-out")) {
        entries().forEach(([key]) => sessionStorage.removeItem(key));
        return;
      }
      for (const field of event.target.querySelectorAll("[data-kept]")) {
        const entry = JSON.parse(sessionStorage.getItem(keyOf(field)));
        if (entry) {
          store(keyOf(field), { ...entry, value: field.value, sent: true });
        }
      }
    });

    // given up, with its button or the Escape key; the event does not bubble
    document.addEventListener(
      "close",
      (event) => {
        for (const field of event.target.querySelectorAll("[data-kept]")) {
          sessionStorage.removeItem(keyOf(field));
        }
      },
      true,
    );
  }
}
