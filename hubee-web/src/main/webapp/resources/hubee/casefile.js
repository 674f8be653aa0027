// The page of a télédossier: it is received once it is seen, and brings itself up to date; files leave and come.
const page = document.querySelector("[data-td]");
const others = document.getElementById("td-others");
const token = document.getElementById("person").dataset.token;
let stale = false;

// Its place in the list: an answer that is seen has none any more, so the address keeps it for when the page is loaded again.
page.dataset.address && history.replaceState(history.state, "", page.dataset.address + location.hash);

function whenSeen(act) {
  document.hidden ? document.addEventListener("visibilitychange", () => whenSeen(act), { once: true }) : act();
}

// Asks for what has changed since; a dialog in which somebody writes stays as it is, and is renewed once it is closed.
function renew() {
  stale = isDialogOpen();
  stale ? refreshBehind() : refresh();
}

document.addEventListener("close", () => setTimeout(() => stale && renew()), true);

// A new télédossier is received when it is seen: not in a tab in the background. Without this script, and for who may only read it, a
// button does it.
const display = document.getElementById("display");

if (display?.dataset.asks === "false") {
  display.hidden = true;
  addEventListener("load", () => whenSeen(receive));
}

// The first file stands beside the actions where there is place for it. It is read, and that is recorded, only where it is seen.
const beside = document.querySelector("#td-file iframe");
const wide = matchMedia("(min-width: 70rem)");
const read = () => whenSeen(() => (beside.src = beside.dataset.src));
beside && (wide.matches ? read() : wide.addEventListener("change", read, { once: true }));

// Who else looks at it, and whether it has changed: asked every four seconds, where the page is seen. Nothing is locked. What the
// applicant has answered is seen once a page that shows it is seen, not behind a dialog, nor where she has touched nothing for a minute: she
// may be away. This is said once, and stays until something newer comes. It asks no more when it is not hers any more, nor when her session has ended; a server that is busy, or a network that is away, is
// asked a little later.
let touched = Date.now();
["keydown", "pointerdown", "pointermove", "wheel"].forEach((kind) => addEventListener(kind, () => (touched = Date.now()), { passive: true }));

async function meet(said) {
  const until = Date.now() - touched < 60000 ? document.getElementById("td-answers")?.dataset.until : said;
  const body = new URLSearchParams({ td: page.dataset.td, jeton: token, vu: until === said ? "" : (until ?? "") });
  const asks = { method: "POST", body, headers: { "X-HubEE-Refresh": "1" } };
  const shown = () => document.getElementById("td-status").dataset.state;
  const before = shown();
  const answer = document.hidden ? null : await fetch(others.dataset.asks, asks).catch(() => null);
  if (answer?.redirected || [401, 403, 404].includes(answer?.status)) {
    return;
  }
  const [state, told, last] = answer?.ok ? (await answer.text()).split("\n") : [];
  others.textContent === (told ?? "") || (others.textContent = told ?? ""); // said aloud once
  if (answer?.ok) {
    shown() === state || shown() !== before || renew(); // what has changed here meanwhile is newer than this answer
    (document.getElementById("told-answers").dataset.last ?? "") === last || isDialogOpen() || refreshAnswers();
  }
  setTimeout(meet, document.hidden || answer?.ok ? 4000 : 10000, answer?.ok ? until : said);
}

others && addEventListener("load", () => meet());

// Files go to their own address, which refuses them before it reads a byte; once they are deposited, the button is pressed again, which sends their form.
let arrived = false;

function tellFiles(zone, text) {
  const input = zone.querySelector("input");
  zone.querySelector(".field-error").textContent = text;
  text ? input.setAttribute("aria-invalid", "true") : input.removeAttribute("aria-invalid");
  text && input.focus();
}

function refusal(files, { most, together }) {
  const wrong = files.find(({ size }) => size === 0 || size > most);
  if (wrong || files.length === 0) {
    return wrong ? `« ${wrong.name} » est ${wrong.size === 0 ? "vide" : "trop volumineux"}.` : "Choisissez au moins un fichier.";
  }
  const all = files.reduce((sum, { size }) => sum + size, 0);
  return all > together ? "Ces fichiers sont trop volumineux ensemble : déposez-les en plusieurs fois." : "";
}

// Files cannot be taken back: the text that must go with them is asked for before they leave.
function isFilled(form) {
  form.querySelectorAll("[aria-required=true]").forEach((field) => Object.assign(field, { required: true, value: field.value.trim() }));
  return form.reportValidity();
}

const isAway = ({ status }) => status === 0 || status === 408 || status === 423 || status >= 500;

// One file after the other. Where the network or a server is away, it waits, asks how much has arrived, and goes on from there; so it does for
// the same files where the page was loaded again.
async function sendFiles(zone, button) {
  const [input, progress] = zone.querySelectorAll("input, [role=progressbar]");
  const files = [...input.files];
  const all = files.reduce((sum, { size }) => sum + size, 0);
  const names = new URLSearchParams(files.flatMap(({ name, size }) => [["nom", name], ["octets", size]]));
  const key = "hubee-upload " + zone.dataset.deposit + JSON.stringify(files.map(({ name, size, lastModified }) => [name, size, lastModified]));
  let former = sessionStorage.getItem(key);
  let [address, stored, open] = [former, 0, true];
  const show = ({ loaded }) => {
    tellFiles(zone, "");
    progress.hidden = false;
    PF(progress.id).setValue(Math.round((100 * (stored + loaded)) / all));
  };
  const ask = (method, to, body, headers) =>
    new Promise((answered) => {
      const request = (zone.sending = new XMLHttpRequest());
      request.onloadend = () => answered(request);
      request.open(method, to);
      Object.entries({ "X-HubEE-Token": token, ...headers }).forEach(([name, value]) => request.setRequestHeader(name, value));
      headers && (request.upload.onprogress = show);
      request.send(body);
    });
  const sendRest = () => {
    let start = 0;
    const file = files.find(({ size }) => stored < (start += size));
    const headers = { "Content-Type": "application/offset+octet-stream", "Upload-Offset": stored };
    return ask("PATCH", address, file.slice(stored - start + file.size), headers);
  };
  const goOn = async () => {
    const state = address ? await ask("HEAD", address) : await ask("POST", zone.dataset.deposit, new URLSearchParams({ taille: all }));
    if (former && state.status === 404) {
      address = former = null; // deposited, or too old
      return goOn();
    }
    former = null;
    address ??= state.getResponseHeader("Location");
    address && sessionStorage.setItem(key, address);
    stored = Number(state.getResponseHeader("Upload-Offset"));
    return state.status !== 204 ? state : stored === all ? ask("POST", address, names) : sendRest();
  };
  const end = (text) => {
    progress.hidden = true;
    zone.sending = null;
    tellFiles(zone, text);
  };
  const close = () => {
    open = false;
    zone.sending?.abort();
  };
  zone.closest(".ui-dialog").addEventListener("close", close, { once: true });
  for (let tries = 0; open && tries < 40; ) {
    const answer = await goOn();
    if (answer.responseURL.includes("/connexion")) {
      return end("Votre session a pris fin : rien n’a été déposé. Rechargez la page, puis recommencez.");
    } else if (isAway(answer)) {
      open && (zone.querySelector(".field-error").textContent = "Le réseau ou le serveur ne répond pas : l’envoi continuera dès qu’il répond.");
      await new Promise((over) => setTimeout(over, Math.min(500 * 2 ** tries++, 8000)));
    } else if (![201, 204].includes(answer.status)) {
      sessionStorage.removeItem(key);
      return end(reason(answer) ?? "Les fichiers n’ont pas été déposés. Réessayez dans quelques minutes.");
    } else if (stored === all) {
      sessionStorage.removeItem(key);
      input.value = "";
      end("");
      arrived = true;
      return button.click();
    } else {
      tries = 0;
    }
  }
  end(open ? "L’envoi a été interrompu : rien n’a été déposé. Réessayez." : "");
}

// a file that misses the field would take the place of the page
["dragover", "drop"].forEach((kind) => addEventListener(kind, (event) => event.target.matches?.("[type=file]") || event.preventDefault()));
document.addEventListener("change", ({ target }) => target.matches("[data-deposit] input") && tellFiles(target.parentElement, ""));

document.addEventListener(
  "click",
  (event) => {
    const button = event.target.closest(".ui-dialog button[type=submit]");
    const zone = button?.form.querySelector("[data-deposit]");
    const files = [...(zone?.querySelector("input").files ?? [])];
    if (zone && !arrived && (button.form.id === "deposit" || files.length > 0)) {
      event.preventDefault();
      event.stopPropagation();
      if (!zone.sending && isFilled(button.form)) {
        const wrong = refusal(files, zone.dataset);
        tellFiles(zone, wrong);
        wrong || sendFiles(zone, button);
      }
    }
  },
  true,
);

// Where the act that they came with is refused, they have arrived all the same.
document.addEventListener("hubee:answered", ({ detail }) => {
  if (arrived && "done" in detail) {
    arrived = false;
    detail.done || (document.getElementById("td-news").textContent = "Les pièces jointes ont été déposées et transmises.");
  }
});
