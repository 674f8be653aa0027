// What is typed into a field marked data-kept stays in this tab until the server says that it has it: who leaves the page, or
// whose session or network ends first, finds it again. Only for the person who typed it; forgotten when she signs out.
{
  const person = document.getElementById("person")?.dataset.person;
  const asked = new URLSearchParams(location.search);
  const page = location.pathname + ["id", "organisation", "demarche", "modifier"].map((name) => ` ${asked.get(name)}`);

  Object.keys(sessionStorage).filter((key) => key.startsWith("hubee-kept ")).forEach((key) => sessionStorage.removeItem(key)); // of release 1
  const drafts = () => JSON.parse(sessionStorage.getItem("hubee-kept") ?? "[]");
  const keep = (those) => sessionStorage.setItem("hubee-kept", JSON.stringify(those));
  const forget = (unwanted) => keep(drafts().filter((each) => !unwanted(each)));
  const mark = (more, wanted = () => true) => keep(drafts().map((each) => (wanted(each) ? { ...each, ...more } : each)));
  const what = (field) => document.getElementsByName(field.dataset.kept)[0]?.value ?? ""; // another field says what for
  const of = (field) => (each) => each.page === page && each.field === field.id && each.what === what(field);

  const typed = ({ target }) => {
    if (target.matches("[data-kept]")) {
      keep([...drafts().filter((each) => !of(target)(each)), { person, page, field: target.id, what: what(target), value: target.value }]);
    }
  };

  // Fills the fields that are empty; returns them.
  const restore = () =>
    [...document.querySelectorAll("[data-kept]")].filter((field) => {
      const value = field.value === "" && drafts().find(of(field))?.value;
      if (value) {
        field.value = value;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
      return value;
    });

  // Where a field is no longer on the page, since a colleague was faster, its text is shown apart.
  const isOrphan = ({ page: its, field, value }) => its === page && value !== "" && !document.getElementById(field);
  const unsaved = document.getElementById("unsaved");

  const showOrphans = () => {
    if (unsaved) {
      const texts = drafts().filter(isOrphan).map(({ value }) => value);
      unsaved.hidden = texts.length === 0;
      document.getElementById("unsaved-text").value = texts.join("\n\n");
    }
  };

  if (!person) {
    mark({ sent: false, ended: true }); // the way to the sign-in page: what was sent did not arrive
  } else {
    const done = document.querySelector("#done li") && !document.getElementById("refused");
    forget((each) => each.person !== person || (each.sent && done));
    mark({ sent: false });
    const ended = drafts().some((each) => each.ended && each.page === page);
    document.addEventListener("input", typed);
    const back = restore();
    if (back.length > 0) {
      const kept = document.getElementById("kept-back");
      kept.querySelector(ended ? "[data-ended]" : "[data-draft]").hidden = false;
      kept.hidden = false;
    }
    // a dialog of chosen lines waits until they are chosen again; one of a final act until she opens it, and the page says so
    const openers = back.map((field) => document.querySelector(`[data-opens="${field.closest(".ui-dialog")?.id}"]`)).filter(Boolean);
    const final = openers.find((opener) => opener.matches("[data-final]"));
    document.querySelector("#kept-back [data-waits]").textContent = final ? `Ce texte attend dans « ${final.textContent} ».` : "";
    addEventListener("load", () => openers.filter((opener) => !opener.matches("[data-final]")).forEach(({ dataset }) => PF(dataset.opens).show()));
    showOrphans();
    document.getElementById("forget-unsaved")?.addEventListener("click", () => {
      forget(isOrphan);
      showOrphans();
      document.getElementById("main").focus();
    });

    // An act without another page: done, its text is forgotten; refused or never arrived, it is a draft again.
    const send = ({ target }) => {
      target.querySelectorAll("[data-kept]").forEach((field) => mark({ value: field.value, sent: true }, of(field)));
      target.querySelector("#sign-out") && keep([]);
    };
    document.addEventListener("submit", send);
    document.addEventListener("hubee:sent", send);
    document.addEventListener("hubee:answered", ({ detail: { done, leaving } }) => {
      done ? forget(({ sent }) => sent) : leaving || mark({ sent: false });
      restore();
      showOrphans();
    });

    // given up, with its button or the Escape key; the event does not bubble
    const giveUp = ({ target }) => target.refused || target.querySelectorAll("[data-kept]").forEach((field) => forget(of(field)));
    document.addEventListener("close", giveUp, true);
  }
}
