// A page that brings itself up to date while it shows something to follow: not where nobody looks, nor behind an open
// dialog. Its p:remoteCommand "refresh" asks.
setInterval(() => document.querySelector("[data-followed]") && refresh(), 3000);

let before = null;

function isDialogOpen() {
  return document.querySelector(OPEN_DIALOG) !== null;
}

function mayRefresh() {
  before = document.activeElement;
  return !document.hidden && !isDialogOpen();
}

// It says that it asks by itself, so that an unattended screen ends its session.
$(document).on("pfAjaxSend", (event, request, settings) => {
  if (settings.source === "refresh") {
    request.setRequestHeader("X-HubEE-Refresh", "1");
  }
});

// PrimeFaces finds what had the focus by its id; it may be gone.
function refreshed() {
  if (before !== document.body && document.activeElement === document.body) {
    (document.getElementById("found") ?? document.getElementById("main")).focus({ preventScroll: true });
  }
}
