// The page of the ZIPs that are made: how far each is, and what it becomes.
const TURN = 3000;

function awaited() {
  return [...document.querySelectorAll(".bundle[data-state=WAITING], .bundle[data-state=MAKING]")];
}

// It says that it asks by itself, so that an unattended screen ends its session.
async function ask(address) {
  const answer = await fetch(address, { headers: { "X-HubEE-Refresh": "1" } }).catch(() => null);
  return answer?.ok && !answer.redirected ? answer.text() : null;
}

async function look() {
  if (awaited().length === 0) {
    return;
  }
  const text = document.hidden ? null : await ask("fichiers/avancement");
  if (text !== null) {
    const states = new Map(text.trim().split("\n").map((line) => line.trim().split(" ")).map(([id, ...rest]) => [id, rest]));
    const changed = awaited().filter((bundle) => !show(bundle, states.get(bundle.dataset.bundle)));
    if (changed.length > 0 && !document.querySelector(OPEN_DIALOG)) {
      await renew();
    }
  }
  setTimeout(look, TURN);
}

// Whether it is what it was, but further.
function show(bundle, told) {
  if (!told || told[0] !== bundle.dataset.state) {
    return false;
  }
  const percent = told[1];
  bundle.querySelector("progress").value = percent;
  bundle.querySelector(".bundle-percent").textContent = `${percent} %`;
  return true;
}

async function renew() {
  const text = await ask(location.href);
  if (text === null) {
    return;
  }
  const fresh = new DOMParser().parseFromString(text, "text/html");
  const before = awaited().map((bundle) => bundle.dataset.bundle);
  const focused = document.activeElement?.id;
  document.getElementById("bundles").replaceWith(document.adoptNode(fresh.getElementById("bundles")));
  if (focused) {
    document.getElementById(focused)?.focus({ preventScroll: true });
  }
  const ended = before.filter((id) => document.querySelector(`.bundle[data-bundle="${id}"][data-state=READY]`));
  if (ended.length > 0) {
    document.getElementById("bundles-told").textContent = "Une archive est prête.";
  }
}

// What leaves as a file leaves the page here, and its dialog open. When it has left, the work on its télédossiers begins.
document.addEventListener("submit", (event) => {
  if (event.submitter?.name !== "archive") {
    return;
  }
  if (event.submitter.id === "begin-take") {
    PF("begin").hide();
    const bundle = document.querySelector(`[data-bundle="${event.submitter.value}"]`);
    setTimeout(() => follow(bundle.dataset.bundle, Number(bundle.dataset.begun), 40), TURN / 2);
  }
});

async function follow(id, before, times) {
  await renew();
  const begun = before - Number(document.querySelector(`.bundle[data-bundle="${id}"]`)?.dataset.begun ?? before);
  if (begun > 0) {
    tellMoved(begun, "/teledossiers?statut=en-cours");
  } else if (times > 0) {
    setTimeout(() => follow(id, before, times - 1), TURN);
  }
}

setTimeout(look, TURN);
