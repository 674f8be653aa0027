// The page of the ZIPs: refresh.js asks how far they are; what has become of them is told here.
const bundlesTold = document.getElementById("bundles-told");
const numberReady = () => document.querySelectorAll(".bundle[data-state=READY]").length;
const begunOf = (id) => document.querySelector(`.bundle[data-bundle="${id}"]`)?.dataset.begun;
let ready = 0;
let leaving = null;

$(document).on("pfAjaxSend", () => (ready = numberReady()));

$(document).on("pfAjaxComplete", (event, request, settings) => {
  if (settings.source !== "refresh") {
    return;
  }
  if (numberReady() > ready) {
    bundlesTold.textContent = "Une archive est prête.";
  }
  if (leaving) {
    const begun = leaving.before - (begunOf(leaving.id) ?? leaving.before);
    if (begun > 0) {
      tellMoved(begun, "/teledossiers?statut=en-cours");
    }
    if (begun > 0 || --leaving.times === 0) {
      leaving = null;
      delete bundlesTold.dataset.followed;
    }
  }
});

// What leaves as a file leaves the page here. When it has left, the work on its télédossiers begins: the page follows that.
document.addEventListener("submit", ({ submitter }) => {
  if (submitter?.id === "begin-take") {
    PF("begin").hide();
    leaving = { id: submitter.value, before: begunOf(submitter.value), times: 40 };
    bundlesTold.dataset.followed = "";
  }
});
