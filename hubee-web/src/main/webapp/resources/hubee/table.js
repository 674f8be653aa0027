// A table that shows another part says so in the address: going back, a link that is sent, and a reload find it again.
// So does its form: a button of a line comes back to the part that is shown.
$(document).on("pfAjaxComplete", (event, request, settings, answer) => {
  if (answer && answer.address) {
    history.replaceState(null, "", answer.address);
    $("form:has(.ui-datatable)").attr("action", answer.address);
  }
});
