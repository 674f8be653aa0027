// What is typed into a field marked data-kept stays in this tab until the server says that it has it: who leaves the page, or
// whose session or network ends first, finds it again. Only for the person who typed it; forgotten when she signs out.
{
  const PREFIX = "hubee-kept ";
  const person = document.getElementById("person")?.dataset.person;
  const page = `${location.pathname}?${new URLSearchParams(location.search).get("id")}`;
  const unsaved = document.getElementById("unsaved");

  const entries = () =>
    Object.keys(sessionStorage)
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => [key, JSON.parse(sessionStorage.getItem(key))]);
  const store = (key, entry) => sessionStorage.setItem(key, JSON.stringify(entry));
  const keyOf = (field) => PREFIX + page + "#" + field.id;
  const forget = (key) => sessionStorage.removeItem(key);
  const sent = () => entries().filter(([, entry]) => entry.sent);
  const keep = () => sent().forEach(([key, entry]) => store(key, { ...entry, sent: false })); // it is a draft again

  const send = (form) => {
    for (const field of form.querySelectorAll("[data-kept]")) {
      const entry = JSON.parse(sessionStorage.getItem(keyOf(field)));
      if (entry) {
        store(keyOf(field), { ...entry, value: field.value, sent: true });
      }
    }
  };

  // Fills the fields; returns those that were empty before.
  const restore = () => {
    return [...document.querySelectorAll("[data-kept]")].filter((field) => {
      const entry = JSON.parse(sessionStorage.getItem(keyOf(field)));
      const lost = entry && field.value === "" && entry.value !== "";
      if (lost) {
        field.value = entry.value;
        field.dispatchEvent(new Event("input", { bubbles: true }));
        field.dataset.back = entry.ended ? "ended" : "draft";
      }
      return lost;
    });
  };

  // Where a field is no longer on the page, since a colleague was faster, its text is shown apart.
  const orphans = () =>
    entries().filter(([key, entry]) => {
      const [where, id] = key.slice(PREFIX.length).split("#");
      return where === page && entry.value !== "" && !document.getElementById(id);
    });

  const showOrphans = () => {
    if (unsaved) {
      unsaved.hidden = orphans().length === 0;
      document.getElementById("unsaved-text").value = orphans().map(([, entry]) => entry.value).join("\n\n");
    }
  };

  if (!person) {
    // the way to the sign-in page: what was sent did not arrive
    entries().forEach(([key, entry]) => store(key, { ...entry, sent: false, ended: true }));
  } else {
    const done = document.querySelector("#done li") !== null && document.getElementById("refused") === null;
    entries()
      .filter(([, entry]) => entry.person !== person || (entry.sent && done))
      .forEach(([key]) => forget(key));
    keep();
    const back = restore();
    if (back.length > 0) {
      const kept = document.getElementById("kept-back");
      const ended = back.some((field) => field.dataset.back === "ended");
      kept.querySelector(ended ? "[data-ended]" : "[data-draft]").hidden = false;
      kept.hidden = false;
      back.forEach((field) => store(keyOf(field), { person, value: field.value }));
      const dialogs = back.map((field) => field.closest(".ui-dialog")).filter((dialog) => dialog);
      addEventListener("load", () => dialogs.forEach((dialog) => PF(dialog.id).show()));
    }
    showOrphans();
    document.getElementById("forget-unsaved")?.addEventListener("click", () => {
      orphans().forEach(([key]) => forget(key));
      showOrphans();
      document.getElementById("main").focus();
    });

    document.addEventListener("input", ({ target }) => {
      if (target.matches("[data-kept]")) {
        store(keyOf(target), { person, value: target.value });
      }
    });

    document.addEventListener("submit", (event) => {
      event.target.querySelector("#sign-out") ? entries().forEach(([key]) => forget(key)) : send(event.target);
    });

    // An act without another page: done, its text is forgotten; refused or never arrived, it is kept.
    document.addEventListener("hubee:sent", (event) => send(event.target));
    document.addEventListener("hubee:answered", ({ detail }) => {
      if (detail.done) {
        sent().forEach(([key]) => forget(key));
      } else if (!detail.leaving) {
        keep();
      }
      restore();
      showOrphans();
    });

    // given up, with its button or the Escape key; the event does not bubble
    document.addEventListener(
      "close",
      (event) => !event.target.refused && event.target.querySelectorAll("[data-kept]").forEach((field) => forget(keyOf(field))),
      true,
    );
  }
}
