// A table that shows another part says so in the address: going back, a link that is sent, and a reload find it again.
$(document).on("pfAjaxComplete", (event, request, settings, answer) => {
  if (answer && answer.address) {
    history.replaceState(null, "", answer.address);
  }
});
