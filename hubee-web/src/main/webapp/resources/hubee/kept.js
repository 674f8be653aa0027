// What is typed into a field marked data-kept stays in this tab until the server says that it has it: who leaves the page, or
// whose session or network ends first, finds it again. Only for the person who typed it; forgotten when she signs out.
{
  const PREFIX = "hubee-kept ";
  const person = document.getElementById("person")?.dataset.person;
  const unsaved = document.getElementById("unsaved");
  const asked = new URLSearchParams(location.search);
  const page = `${PREFIX}${location.pathname}?${["id", "organisation", "demarche", "modifier"].map((name) => asked.get(name))}#`;

  const read = (key) => JSON.parse(sessionStorage.getItem(key));
  const store = (key, entry) => sessionStorage.setItem(key, JSON.stringify(entry));
  const forget = (key) => sessionStorage.removeItem(key);
  const keyOf = (field) => page + field.id;
  const keys = (wanted) => Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX) && wanted(read(key), key));
  const mark = (more, wanted) => keys(wanted).forEach((key) => store(key, { ...read(key), ...more }));
  const keep = () => mark({ sent: false }, ({ sent }) => sent); // it is a draft again

  const send = (form) =>
    form
      .querySelectorAll("[data-kept]")
      .forEach((field) => read(keyOf(field)) && store(keyOf(field), { ...read(keyOf(field)), value: field.value, sent: true }));

  // Fills the fields that are empty; returns them.
  const restore = () =>
    [...document.querySelectorAll("[data-kept]")].filter((field) => {
      const value = field.value === "" && read(keyOf(field))?.value;
      if (value) {
        field.value = value;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
      return value;
    });

  // Where a field is no longer on the page, since a colleague was faster, its text is shown apart.
  const orphans = () =>
    keys(({ value }, key) => key.startsWith(page) && value !== "" && !document.getElementById(key.slice(page.length)));

  const showOrphans = () => {
    if (unsaved) {
      unsaved.hidden = orphans().length === 0;
      document.getElementById("unsaved-text").value = orphans().map((key) => read(key).value).join("\n\n");
    }
  };

  if (!person) {
    // the way to the sign-in page: what was sent did not arrive
    mark({ sent: false, ended: true }, () => true);
  } else {
    const done = document.querySelector("#done li") !== null && document.getElementById("refused") === null;
    keys((entry) => entry.person !== person || (entry.sent && done)).forEach(forget);
    keep();
    const ended = keys((entry, key) => entry.ended && key.startsWith(page)).length > 0;

    document.addEventListener("input", ({ target }) => {
      target.matches("[data-kept]") && store(keyOf(target), { person, value: target.value });
    });

    const back = restore();
    if (back.length > 0) {
      const kept = document.getElementById("kept-back");
      kept.querySelector(ended ? "[data-ended]" : "[data-draft]").hidden = false;
      kept.hidden = false;
    }
    // a dialog of chosen lines waits until they are chosen again; one of a final act until she opens it, and the page says so
    const openers = back.map((field) => document.querySelector(`[data-opens="${field.closest(".ui-dialog")?.id}"]`)).filter(Boolean);
    const final = openers.find((opener) => opener.matches("[data-final]"));
    document.querySelector("#kept-back [data-waits]").textContent = final ? `Il attend dans « ${final.textContent} ».` : "";
    addEventListener("load", () => openers.filter((opener) => !opener.matches("[data-final]")).forEach(({ dataset }) => PF(dataset.opens).show()));
    showOrphans();
    document.getElementById("forget-unsaved")?.addEventListener("click", () => {
      orphans().forEach(forget);
      showOrphans();
      document.getElementById("main").focus();
    });

    document.addEventListener("submit", ({ target }) => (target.querySelector("#sign-out") ? keys(() => true).forEach(forget) : send(target)));

    // An act without another page: done, its text is forgotten; refused or never arrived, it is kept.
    document.addEventListener("hubee:sent", ({ target }) => send(target));
    document.addEventListener("hubee:answered", ({ detail: { done, leaving } }) => {
      done ? keys(({ sent }) => sent).forEach(forget) : leaving || keep();
      restore();
      showOrphans();
    });

    // given up, with its button or the Escape key; the event does not bubble
    document.addEventListener(
      "close",
      ({ target }) => target.refused || target.querySelectorAll("[data-kept]").forEach((field) => forget(keyOf(field))),
      true,
    );
  }
}
