// The page of a télédossier: its first dialog, what is left of a text, files that leave and come.

// The dialog of its reception is there when the page opens. To close it is to go back.
for (const dialog of document.querySelectorAll("dialog[data-first]")) {
  dialog.close();
  dialog.showModal();
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    location.assign(dialog.dataset.first);
  });
}

// « Il reste 480 caractères »: said aloud only when few are left.
for (const field of document.querySelectorAll("[data-counted]")) {
  const left = document.createElement("p");
  left.className = "hint counter";
  field.after(left);
  const count = () => {
    const rest = field.maxLength - field.value.length;
    left.textContent = `Caractères restants : ${rest}`;
    left.setAttribute("aria-live", rest <= 50 ? "polite" : "off");
  };
  field.addEventListener("input", count);
  count();
}

// A download ends when no page knows: the server is asked for a while whether the télédossier has changed.
const page = document.querySelector("[data-td]");
let asked = 0;

async function watch() {
  const answer = await fetch(`/fichiers/etat?td=${page.dataset.td}`, { headers: { "X-HubEE-Refresh": "1" } });
  if (answer.ok && (await answer.text()) !== page.dataset.state && isUntouched()) {
    showAgain();
  } else if (answer.ok && ++asked < 40) {
    setTimeout(watch, 3000);
  }
}

// Where a list is sorted by change, the place that this télédossier had there is kept.
function showAgain() {
  if (!page.dataset.place) {
    location.reload();
    return;
  }
  const address = new URL(location.href);
  address.searchParams.set("rang", page.dataset.place);
  location.replace(address);
}

function isUntouched() {
  const typed = [...document.querySelectorAll("textarea")].some((field) => field.value !== field.defaultValue);
  return !typed && !document.querySelector("dialog[open]");
}

document.addEventListener("click", (event) => {
  if (event.target.closest("a[href*='/fichiers/piece?']")) {
    asked = 0;
    setTimeout(watch, 1500);
  }
});

document.addEventListener("submit", (event) => {
  if (event.target.dataset.file) {
    event.target.closest("dialog")?.close();
    asked = 0;
    setTimeout(watch, 1500);
  }
});

// Files are dropped, measured before they leave, and seen on their way.
for (const form of document.querySelectorAll("form[data-deposit]")) {
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
  form.closest("dialog").addEventListener("close", () => sending?.abort());

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
