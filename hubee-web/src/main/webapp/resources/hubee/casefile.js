// The page of a télédossier: it is received once it is seen, and brings itself up to date; files leave and come.
const page = document.querySelector("[data-td]");
const others = document.getElementById("td-others");
const token = document.getElementById("person").dataset.token;
let said = "";
let stale = false;

// Its place in the list: an answer that is seen has none any more, so the address keeps it for when the page is loaded again.
if (page.dataset.address) {
  history.replaceState(history.state, "", page.dataset.address + location.hash);
}

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

// Who else looks at it, and whether it has changed: asked every four seconds, where the page is seen. Nothing is locked. What the
// applicant has answered is seen once a page that shows it is seen: this is said once. It asks no more when it is not hers any more, nor
// when her session has ended; a server that is busy, or a network that is away, is asked a little later.
async function meet() {
  let answer = null;
  if (!document.hidden) {
    const until = document.getElementById("td-answers")?.dataset.until ?? said;
    const body = new URLSearchParams({ td: page.dataset.td, jeton: token, vu: until === said ? "" : until });
    answer = await fetch(others.dataset.asks, { method: "POST", body, headers: { "X-HubEE-Refresh": "1" } }).catch(() => null);
    if (answer?.redirected || [401, 403, 404].includes(answer?.status)) {
      return;
    }
    const shown = document.getElementById("td-status").dataset.state;
    const [state, told] = answer?.ok ? (await answer.text()).split("\n") : [shown, ""];
    if (others.textContent !== told) {
      others.textContent = told; // said aloud once
    }
    if (answer?.ok) {
      said = until;
    }
    state === shown || renew();
  }
  setTimeout(meet, document.hidden || answer?.ok ? 4000 : 10000);
}

others && meet();

// The first file stands beside the actions where there is place for it. It is read, and that is recorded, only where it is seen.
const beside = document.querySelector("#td-file [data-src]");
const place = matchMedia("(min-width: 70rem)");

function showFile() {
  if (!place.matches) {
    place.addEventListener("change", showFile, { once: true });
    return;
  }
  whenSeen(async () => {
    if (beside.matches("iframe")) {
      beside.src = beside.dataset.src;
    } else {
      const answer = await fetch(beside.dataset.src).catch(() => null);
      beside.textContent = answer?.ok ? await answer.text() : "Cette pièce ne peut pas être montrée ici.";
    }
  });
}

beside && showFile();

// Files go to their own address, which refuses them before it reads a byte; then the form that they came with is sent.
function tellFiles(zone, text = "") {
  const input = zone.querySelector("input");
  zone.querySelector(".field-error").textContent = text;
  text ? input.setAttribute("aria-invalid", "true") : input.removeAttribute("aria-invalid");
  text && input.focus();
}

function refusal(files, { most, together }) {
  const wrong = files.find(({ size }) => size === 0 || size > Number(most));
  if (wrong || files.length === 0) {
    return wrong ? `« ${wrong.name} » est ${wrong.size === 0 ? "vide" : "trop volumineux"}.` : "Choisissez au moins un fichier.";
  }
  const all = files.reduce((sum, file) => sum + file.size, 0);
  return all > Number(together) ? "Ces fichiers sont trop volumineux ensemble : déposez-les en plusieurs fois." : "";
}

// Presses the button again when they have arrived.
function sendFiles(zone, button) {
  const input = zone.querySelector("input");
  const progress = zone.querySelector("progress");
  const wrong = refusal([...input.files], zone.dataset);
  if (wrong || zone.sending) {
    wrong && tellFiles(zone, wrong);
    return;
  }
  tellFiles(zone);
  const sent = new FormData();
  sent.append("jeton", token);
  [...input.files].forEach((file) => sent.append("fichiers", file));
  const request = (zone.sending = new XMLHttpRequest());
  request.upload.onprogress = ({ loaded, total }) => {
    progress.hidden = false;
    progress.value = (100 * loaded) / total;
  };
  const end = (text) => {
    progress.hidden = true;
    zone.sending = null;
    tellFiles(zone, text);
  };
  request.onload = () => {
    const told = new DOMParser().parseFromString(request.responseText, "text/html").querySelector("main .lead");
    if (new URL(request.responseURL).pathname === "/connexion") {
      end("Votre session a pris fin : rien n’a été déposé. Rechargez la page, puis recommencez.");
    } else if (request.status !== 200) {
      end(told?.textContent ?? "Les fichiers n’ont pas été déposés. Réessayez dans quelques minutes.");
    } else {
      input.value = "";
      end();
      arrived = true;
      button.click();
    }
  };
  request.onerror = () => end("L’envoi a été interrompu : rien n’a été déposé. Réessayez.");
  request.onabort = () => end();
  zone.closest(".ui-dialog").addEventListener("close", () => request.abort(), { once: true });
  request.open("POST", zone.dataset.deposit);
  request.send(sent);
}

for (const kind of ["dragover", "dragleave", "drop", "change"]) {
  document.addEventListener(kind, (event) => {
    const zone = event.target.closest?.("[data-deposit]");
    if (zone) {
      zone.classList.toggle("drop-over", kind === "dragover");
      kind === "change" || event.preventDefault();
      if (kind === "drop") {
        zone.querySelector("input").files = event.dataTransfer.files;
      }
      /drop|change/.test(kind) && tellFiles(zone); // other files, other faults
    }
  });
}

// Files cannot be taken back: the text that must go with them is asked for before they leave.
function isFilled(form) {
  for (const field of form.querySelectorAll("[aria-required=true]")) {
    field.required = true;
    field.value.trim() || (field.value = "");
  }
  return form.reportValidity();
}

let arrived = false;

document.addEventListener(
  "click",
  (event) => {
    const button = event.target.closest(".ui-dialog button[type=submit]");
    const zone = button?.form.querySelector("[data-deposit]");
    if (zone && !arrived && (button.form.id === "deposit" || zone.querySelector("input").files.length > 0)) {
      event.preventDefault();
      event.stopPropagation();
      isFilled(button.form) && sendFiles(zone, button);
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
