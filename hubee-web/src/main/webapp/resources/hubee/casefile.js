// The page of a télédossier: it is received once it is seen, and brings itself up to date; files leave and come.
const page = document.querySelector("[data-td]");

// « Il reste 480 caractères »: said aloud only when few are left.
function countCharacters(root) {
  for (const field of root.querySelectorAll("[data-counted]")) {
    const left = document.createElement("p");
    left.className = "hint";
    field.after(left);
    const count = () => {
      const rest = field.maxLength - field.value.length;
      left.textContent = `Caractères restants : ${rest}`;
      left.setAttribute("aria-live", rest <= 50 ? "polite" : "off");
    };
    field.addEventListener("input", count);
    count();
  }
}

// Shows what has changed since: the parts marked data-part, but none where she writes or answers. What has the focus keeps it.
function renew(text) {
  const fresh = new DOMParser().parseFromString(text, "text/html");
  const freshPage = fresh.querySelector("[data-td]");
  if (!freshPage) {
    return false; // such as the sign-in page
  }
  const badge = () => document.getElementById("td-status").textContent.trim();
  const before = badge();
  const focused = document.activeElement.id;
  for (const part of fresh.querySelectorAll("[data-part]")) {
    const old = document.getElementById(part.id);
    if (old && !isBusy(old)) {
      old.replaceWith(document.adoptNode(part));
      prepare(part);
    }
  }
  page.dataset.state = freshPage.dataset.state;
  if (badge() !== before) {
    const news = fresh.getElementById("td-news").textContent;
    document.getElementById("td-news").textContent = news || `Le télédossier est maintenant « ${badge()} ».`;
  }
  if (focused && document.activeElement === document.body) {
    (document.getElementById(focused) ?? document.getElementById("main")).focus({ preventScroll: true });
  }
  return true;
}

function isBusy(part) {
  const typed = [...part.querySelectorAll("textarea")].some((field) => field.value !== field.defaultValue);
  return typed || part.querySelector(OPEN_DIALOG) !== null;
}

function prepare(root) {
  countCharacters(root);
  receiveFiles(root);
}

// A new télédossier is received when it is seen: not in a tab in the background. Without this script, and for who may only read it, a
// button does it.
const display = document.getElementById("display");

async function tellDisplayed() {
  if (document.hidden) {
    document.addEventListener("visibilitychange", tellDisplayed, { once: true });
    return;
  }
  const sent = { method: "POST", body: new URLSearchParams(new FormData(display)) };
  const answer = await fetch(display.action, sent).catch(() => null);
  display.hidden = answer?.ok === true && renew(await answer.text());
}

if (display?.dataset.asks === "false") {
  display.hidden = true;
  tellDisplayed();
}

// A download ends when no page knows: the server is asked for a while whether the télédossier has changed.
let asked = 0;

function ask(address) {
  return fetch(address, { headers: { "X-HubEE-Refresh": "1" } });
}

async function watch() {
  const answer = await ask(`/fichiers/etat?td=${page.dataset.td}`);
  if (answer.ok && (await answer.text()) !== page.dataset.state) {
    const now = await ask(hereAtItsPlace());
    renew(await now.text());
  } else if (answer.ok && ++asked < 40) {
    setTimeout(watch, 3000);
  }
}

// Where a list is sorted by change, the place that this télédossier had there is kept.
function hereAtItsPlace() {
  const address = new URL(location.href);
  if (page.dataset.place) {
    address.searchParams.set("rang", page.dataset.place);
  }
  return address;
}

document.addEventListener("click", (event) => {
  if (event.target.closest("a[href*='/fichiers/piece?']")) {
    asked = 0;
    setTimeout(watch, 1500);
  }
});

document.addEventListener("submit", (event) => {
  if (event.target.dataset.file) {
    if (event.target.closest(".ui-dialog")) {
      PF("starting").hide();
    }
    asked = 0;
    setTimeout(watch, 1500);
  }
});

// Files are dropped, measured before they leave, and seen on their way.
function receiveFiles(root) {
  root.querySelectorAll("form[data-deposit]").forEach(receiveFilesOf);
}

function receiveFilesOf(form) {
  const input = form.querySelector("input[type=file]");
  const error = form.querySelector(".field-error");
  const progress = form.querySelector("progress");
  const zone = form.querySelector(".drop");
  let sending = null;

  const refuse = (text) => {
    error.textContent = text;
    input.setAttribute("aria-invalid", "true");
    progress.hidden = true;
    delete form.dataset.sent;
    input.focus();
  };

  zone.addEventListener("dragover", (event) => {
    event.preventDefault();
    zone.classList.add("drop-over");
  });
  zone.addEventListener("dragleave", () => zone.classList.remove("drop-over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("drop-over");
    input.files = event.dataTransfer.files;
  });
  input.addEventListener("change", () => {
    error.textContent = "";
    input.removeAttribute("aria-invalid");
  });
  form.closest(".ui-dialog").addEventListener("close", () => sending?.abort());

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (sending) {
      return;
    }
    const files = [...input.files];
    const empty = files.find((file) => file.size === 0);
    const large = files.find((file) => file.size > Number(form.dataset.most));
    if (empty) {
      refuse(`« ${empty.name} » est vide : vérifiez ce fichier.`);
      return;
    }
    if (large) {
      refuse(`« ${large.name} » est trop volumineux.`);
      return;
    }
    if (files.reduce((sum, file) => sum + file.size, 0) > Number(form.dataset.together)) {
      refuse("Ces fichiers sont trop volumineux ensemble : déposez-les en plusieurs fois.");
      return;
    }
    sending = new XMLHttpRequest();
    sending.upload.addEventListener("progress", (sent) => {
      progress.hidden = false;
      progress.value = sent.lengthComputable ? (100 * sent.loaded) / sent.total : 0;
    });
    sending.addEventListener("load", () => {
      const answered = sending;
      sending = null;
      if (answered.status === 200) {
        location.assign(answered.responseURL);
        return;
      }
      const told = new DOMParser().parseFromString(answered.responseText, "text/html").querySelector("main .lead");
      refuse(told ? told.textContent : "Les fichiers n’ont pas été déposés. Réessayez dans quelques minutes.");
    });
    sending.addEventListener("error", () => {
      sending = null;
      refuse("L’envoi a été interrompu : rien n’a été déposé. Réessayez.");
    });
    sending.addEventListener("abort", () => {
      sending = null;
      progress.hidden = true;
    });
    sending.open("POST", form.action);
    sending.send(new FormData(form));
  });
}

// Who else looks at it, and who has taken it: asked every four seconds, where the page is seen. Nothing is locked.
const others = document.getElementById("td-others");
let taker = document.getElementById("td-handler").dataset.handler ?? "";

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
  const sent = { method: "POST", body, headers: { "X-HubEE-Refresh": "1" } };
  const answer = await fetch(others.dataset.asks, sent);
  if (answer.redirected || [401, 403, 404].includes(answer.status)) {
    return false;
  }
  if (!answer.ok) {
    throw new Error(`${answer.status}`);
  }
  answers = null;
  const [handler, ...names] = (await answer.text()).split("\n").map((line) => line.trim());
  tellOthers(names.filter((name) => name));
  if (handler !== taker && renew(await (await ask(hereAtItsPlace())).text())) {
    taker = handler;
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

prepare(document);
