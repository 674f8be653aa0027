// What is chosen in the list of télédossiers, and what may be done with all of it.
const bar = document.getElementById("bar");

function boxes() {
  return [...document.querySelectorAll("#cases [name=td]")];
}

// Those of which there is something to download: their lines offer it.
function withFiles(chosen) {
  return chosen.filter((box) => document.getElementById(`prendre-${box.value}`));
}

function choose() {
  if (!bar) {
    return;
  }
  const chosen = boxes().filter((box) => box.checked);
  const statuses = new Set(chosen.map((box) => box.dataset.status));
  const common = statuses.size === 1;
  const count = chosen.length === 1 ? "1 télédossier choisi" : `${chosen.length} télédossiers choisis`;
  bar.hidden = chosen.length === 0;
  document.getElementById("bar-count").textContent = chosen.length ? count : "";
  document.getElementById("vu").value = common ? [...statuses][0] : "";
  for (const button of bar.querySelectorAll("[data-act]")) {
    button.hidden = !common || !chosen.every((box) => (box.dataset.offers ?? "").split(" ").includes(button.dataset.act));
  }
  const nothing = withFiles(chosen).length === 0;
  document.getElementById("bar-prepare").hidden = withFiles(chosen).length < 2;
  document.getElementById("bar-take").hidden = nothing;
  document.getElementById("bar-no-file").hidden = !nothing || chosen.length === 0;
  document.getElementById("bar-none").hidden = common || chosen.length === 0;
  for (const line of document.querySelectorAll(".dialog-count")) {
    line.textContent = count + ".";
  }
  const all = document.getElementById("choix-page");
  if (all) {
    all.closest("label").hidden = boxes().length === 0;
    all.checked = chosen.length > 0 && chosen.length === boxes().length;
    all.indeterminate = chosen.length > 0 && !all.checked;
  }
}

document.addEventListener("change", (event) => {
  if (event.target.id === "choix-page") {
    boxes().forEach((box) => (box.checked = event.target.checked));
  }
  choose();
});

// Enter in a box would press the first button of the form: that of a dialog which nobody has seen.
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches("#results input")) {
    event.preventDefault();
  }
});

document.getElementById("bar-clear")?.addEventListener("click", () => {
  boxes().forEach((box) => (box.checked = false));
  choose();
  document.getElementById("choix-page").focus();
});

// A page that the browser has kept shows what was true before.
addEventListener("pageshow", (event) => {
  choose();
  if (event.persisted) {
    refresh();
  }
});

// The list brings itself up to date every five minutes, by refresh.js: what is focused, chosen and scrolled to stays. What
// changed its status meanwhile is no longer what was chosen.
const FIVE_MINUTES = 5 * 60 * 1000;
let chosenBefore = new Map();

document.addEventListener("hubee:refresh", () => refresh());
setInterval(() => refresh(), FIVE_MINUTES);

$(document).on("pfAjaxSend", () => {
  chosenBefore = new Map(boxes().map((box) => [box.id, box.checked && box.dataset.status]));
});

$(document).on("pfAjaxComplete", (event, request, settings, answer) => {
  if (answer?.address) {
    followAddress(new URL(answer.address, location.href));
  } else {
    boxes().forEach((box) => (box.checked = chosenBefore.get(box.id) === box.dataset.status)); // also after an act that was not done
  }
  if (settings.source === "refresh") {
    tellWhatHasBegun();
  }
  choose();
});

// Another page or order: what leads to the same list elsewhere, or back to this one, follows.
function followAddress(here) {
  const order = here.searchParams.get("tri");
  for (const link of document.querySelectorAll("#tabs a, .exports a")) {
    const there = new URL(link.href);
    there.searchParams.delete("tri");
    if (order) {
      there.searchParams.set("tri", order);
    }
    link.href = there.pathname + there.search;
  }
  for (const link of document.querySelectorAll("a[href*='retour=']")) {
    const there = new URL(link.href);
    there.searchParams.set("retour", here.pathname + here.search);
    link.href = there.pathname + there.search;
  }
  document.getElementById("tri").value = order ?? "transmission";
}

// All the files of what is picked leave as one ZIP. Where that begins the work, a dialog asks first.
const take = document.getElementById("take");
let beginning = [];
let begun = 0;
let times = 0;

// Of several, the ZIP may also be made while she goes on: nothing of them changes until she has it.
document.getElementById("bar-prepare")?.addEventListener("click", () => {
  const picked = withFiles(boxes().filter((box) => box.checked));
  document.getElementById("prepare-chosen").replaceChildren(...picked.map((each) => hidden(each.value)));
  document.querySelector("#prepare [name=retour]").value = location.pathname + location.search;
  document.getElementById("prepare").requestSubmit();
});

function hidden(id) {
  return Object.assign(document.createElement("input"), { type: "hidden", name: "td", value: id });
}

function askForFiles(picked) {
  const chosen = document.getElementById("take-chosen");
  const before = [...chosen.children].map((field) => field.value).join();
  chosen.replaceChildren(...picked.map((each) => hidden(each.value)));
  if (before !== picked.map((each) => each.value).join()) {
    delete take.dataset.sent; // not the same click twice
  }
  const fresh = picked.filter((each) => each.dataset.begins);
  beginning = fresh.map((each) => each.value);
  begun = 0;
  if (fresh.length === 0) {
    take.requestSubmit();
    return;
  }
  const alone = picked.length === 1;
  const labels = [...new Set(fresh.map((each) => each.dataset.begins))].sort().join(" ou ");
  document.getElementById("take-dialog_title").textContent = `De ${labels} à En cours`;
  document.getElementById("take-confirm").textContent = alone ? "Télécharger et prendre en charge" : "Confirmer";
  document.getElementById("take-what").textContent = alone
    ? `Télédossier ${document.getElementById("prendre-" + picked[0].value).dataset.number}`
    : `${picked.length} télédossiers, dont ${fresh.length} pas encore en cours`;
  PF("take-dialog").show();
}

document.addEventListener("click", (event) => {
  const button = event.target.closest(".take, #bar-take");
  if (button) {
    askForFiles(button.id === "bar-take" ? withFiles(boxes().filter((box) => box.checked)) : [button]);
  }
});

// A download ends when no page knows: the list is read again for a while, until the work of all has begun.
function follow() {
  if (beginning.length === 0 || times === 0) {
    delete take.dataset.sent;
    return;
  }
  times--;
  refresh();
  setTimeout(follow, 3000);
}

function tellWhatHasBegun() {
  const waiting = beginning.filter((id) => document.getElementById(`prendre-${id}`)?.dataset.begins);
  begun += beginning.length - waiting.length;
  beginning = waiting;
  if (begun > 0 && waiting.length === 0) {
    delete take.dataset.sent; // what was asked has come: it may be asked again
  }
  if (begun > 0) {
    tellMoved(begun, document.querySelector("#tabs [data-tab=IN_PROGRESS]").href);
    if (document.activeElement.id === "found") {
      document.getElementById("moved").focus();
    }
  }
}

take?.addEventListener("submit", () => {
  PF("take-dialog").hide();
  times = 40;
  setTimeout(follow, 1500);
});
