// The page of a télédossier: it is received once it is seen, and brings itself up to date; files leave and come.
const page = document.querySelector("[data-td]");
const state = () => document.getElementById("td-status");

// Its place in the list: an answer that is seen has none any more, so the address keeps it for when the page is loaded again.
const rank = document.querySelector("#refreshing [name=rang]").value;
const here = new URL(location.href);
if (rank && !here.searchParams.has("rang")) {
  here.searchParams.set("rang", rank);
  history.replaceState(history.state, "", here);
}

// Asks for what has changed since; a dialog in which somebody writes stays as it is, and is renewed once it is closed.
let badge = "";
let stale = false;

function isDialogOpen() {
  return (stale = document.querySelector(OPEN_DIALOG) !== null);
}

function renew() {
  badge = state().textContent.trim();
  isDialogOpen() ? refreshBehind() : refresh();
}

document.addEventListener("close", () => setTimeout(() => stale && renew()), true);

function refreshed() {
  const now = state().textContent.trim();
  const news = document.getElementById("td-news");
  if (badge !== now && news.textContent === "") {
    news.textContent = `Le télédossier est maintenant « ${now} ».`;
  }
}

// It says that it asks by itself, so that an unattended screen ends its session.
$(document).on("pfAjaxSend", (event, request, settings) => {
  if (settings.source.startsWith?.("refresh")) {
    request.setRequestHeader("X-HubEE-Refresh", "1");
  }
});

// A new télédossier is received when it is seen: not in a tab in the background. Without this script, and for who may only read it, a
// button does it.
const display = document.getElementById("display");

function tellDisplayed() {
  if (document.hidden) {
    document.addEventListener("visibilitychange", tellDisplayed, { once: true });
    return;
  }
  receive();
}

if (display?.dataset.asks === "false") {
  display.hidden = true;
  addEventListener("load", tellDisplayed);
}

// A download ends when no page knows: the server is asked for a while whether the télédossier has changed.
let asked = 0;

function ask(address, sent) {
  return fetch(address, { ...sent, headers: { "X-HubEE-Refresh": "1" } });
}

async function watch() {
  const answer = await ask(`/fichiers/etat?td=${page.dataset.td}`);
  if (answer.ok && (await answer.text()) !== state().dataset.state) {
    renew();
  } else if (answer.ok && ++asked < 40) {
    setTimeout(watch, 3000);
  }
}

function watchAWhile() {
  asked = 0;
  setTimeout(watch, 1500);
}

document.addEventListener("click", (event) => event.target.closest("a[href*='/fichiers/piece?']") && watchAWhile());

document.addEventListener("submit", (event) => {
  if (event.target.dataset.file) {
    event.target.closest(".ui-dialog") && PF("starting").hide();
    watchAWhile();
  }
});

// Files go to their own address, which refuses them before it reads a byte; then the form that they came with is sent.
function refusal(files, { most, together }) {
  const empty = files.find((file) => file.size === 0);
  const large = files.find((file) => file.size > Number(most));
  if (empty) {
    return `« ${empty.name} » est vide : vérifiez ce fichier.`;
  }
  if (large) {
    return `« ${large.name} » est trop volumineux.`;
  }
  const all = files.reduce((sum, file) => sum + file.size, 0);
  return all > Number(together) ? "Ces fichiers sont trop volumineux ensemble : déposez-les en plusieurs fois." : null;
}

function tellFiles(zone, text) {
  const input = zone.querySelector("input");
  zone.querySelector(".field-error").textContent = text;
  text ? input.setAttribute("aria-invalid", "true") : input.removeAttribute("aria-invalid");
  text && input.focus();
}

// Calls what follows when they have arrived.
function sendFiles(zone, follow) {
  const input = zone.querySelector("input");
  const progress = zone.querySelector("progress");
  const tell = (text) => {
    tellFiles(zone, text);
    progress.hidden = true;
    zone.sending = null;
  };
  const files = [...input.files];
  const wrong = files.length ? refusal(files, zone.dataset) : "Choisissez au moins un fichier.";
  if (wrong || zone.sending) {
    wrong && tell(wrong);
    return;
  }
  tell("");
  const request = (zone.sending = new XMLHttpRequest());
  request.upload.addEventListener("progress", (sent) => {
    progress.hidden = false;
    progress.value = sent.lengthComputable ? (100 * sent.loaded) / sent.total : 0;
  });
  request.addEventListener("load", () => {
    const told = new DOMParser().parseFromString(request.responseText, "text/html").querySelector("main .lead");
    if (new URL(request.responseURL).pathname === "/connexion") {
      tell("Votre session a pris fin : rien n’a été déposé. Rechargez la page, puis recommencez.");
    } else if (request.status === 200) {
      input.value = "";
      tell("");
      follow();
    } else {
      tell(told ? told.textContent : "Les fichiers n’ont pas été déposés. Réessayez dans quelques minutes.");
    }
  });
  request.addEventListener("error", () => tell("L’envoi a été interrompu : rien n’a été déposé. Réessayez."));
  request.addEventListener("abort", () => tell(""));
  zone.closest(".ui-dialog").addEventListener("close", () => request.abort(), { once: true });
  const sent = new FormData();
  sent.append("jeton", document.getElementById("person").dataset.token);
  files.forEach((file) => sent.append("fichiers", file));
  request.open("POST", zone.dataset.deposit);
  request.send(sent);
}

for (const kind of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(kind, (event) => {
    const zone = event.target.closest?.("[data-deposit]");
    if (zone) {
      event.preventDefault();
      zone.classList.toggle("drop-over", kind === "dragover");
      if (kind === "drop") {
        zone.querySelector("input").files = event.dataTransfer.files;
      }
    }
  });
}

// other files, other faults
document.addEventListener("change", ({ target }) => {
  const zone = target.closest("[data-deposit]");
  zone && tellFiles(zone, "");
});

// Files cannot be taken back: the text that must go with them is asked for before they leave.
function isFilled(form) {
  for (const field of form.querySelectorAll("[aria-required=true]")) {
    field.required = true;
    field.value.trim() || (field.value = "");
  }
  return form.reportValidity();
}

document.addEventListener(
  "click",
  (event) => {
    const button = event.target.closest(".ui-dialog button[type=submit]");
    const zone = button?.form.querySelector("[data-deposit]");
    const alone = button?.form.id === "deposit";
    if (zone && (alone || zone.querySelector("input").files.length > 0)) {
      event.preventDefault();
      event.stopPropagation();
      isFilled(button.form) && sendFiles(zone, alone ? depositedAlone : () => followFiles(button));
    }
  },
  true,
);

// Where the act that they came with is refused, they have arrived all the same.
function followFiles(button) {
  const tell = ({ detail }) => {
    if ("done" in detail) {
      document.removeEventListener("hubee:answered", tell);
      detail.done || (document.getElementById("td-news").textContent = "Les pièces jointes ont été déposées et transmises.");
    }
  };
  document.addEventListener("hubee:answered", tell);
  button.click();
}

function depositedAlone() {
  PF("depositing").hide();
  deposited();
}

// Who else looks at it, and who has taken it: asked every four seconds, where the page is seen. Nothing is locked.
const others = document.getElementById("td-others");

function tellOthers(names) {
  const list = names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} et ${names.at(-1)}`;
  const told = list && `${list} ${names.length === 1 ? "regarde" : "regardent"} aussi ce télédossier.`;
  if (others.textContent !== told) {
    others.textContent = told; // said aloud once
  }
}

// What the applicant has answered is seen once a page that shows it is seen: this is said once.
let answers = document.getElementById("td-answers");

// Whether to ask again: not when it is not hers any more, nor when her session has ended.
async function lookAround() {
  const body = new URLSearchParams({ td: page.dataset.td, jeton: document.getElementById("person").dataset.token });
  if (answers) {
    body.set("vu", answers.dataset.until);
  }
  const answer = await ask(others.dataset.asks, { method: "POST", body });
  if (answer.redirected || [401, 403, 404].includes(answer.status)) {
    return false;
  }
  if (!answer.ok) {
    throw new Error(`${answer.status}`);
  }
  answers = null;
  const [handler, ...names] = (await answer.text()).split("\n").map((line) => line.trim());
  tellOthers(names.filter((name) => name));
  if (handler !== (document.getElementById("td-handler").dataset.handler ?? "")) {
    renew();
  }
  return true;
}

// A server that is busy or starts again, or a network that is away, is asked a little later.
async function meet() {
  let pause = 4000;
  if (!document.hidden) {
    try {
      if (!(await lookAround())) {
        return;
      }
    } catch {
      tellOthers([]); // nobody knows
      pause = 10000;
    }
  }
  setTimeout(meet, pause);
}

if (others) {
  meet();
}

// The first file stands beside the actions where there is place for it. It is read, and that is recorded, only where it is seen.
const beside = document.querySelector("#td-file [data-src]");
const place = matchMedia("(min-width: 70rem)");

async function showFile() {
  if (document.hidden) {
    document.addEventListener("visibilitychange", showFile, { once: true });
  } else if (!place.matches) {
    place.addEventListener("change", showFile, { once: true });
  } else if (beside.matches("iframe, img")) {
    beside.src = beside.dataset.src;
  } else {
    const answer = await fetch(beside.dataset.src).catch(() => null);
    beside.textContent = answer?.ok ? await answer.text() : "Cette pièce ne peut pas être montrée ici.";
  }
}

if (beside) {
  showFile();
}
