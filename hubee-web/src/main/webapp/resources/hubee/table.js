// A table that shows another part says so in the address: going back, a link that is sent, and a reload find it again.
// So does its form: a button of a line comes back to the part that is shown. The part is shown from its first line.
$(document).on("pfAjaxComplete", (event, request, settings, answer) => {
  if (answer?.address) {
    history.replaceState(null, "", answer.address);
    $("form:has(.ui-datatable)").attr("action", answer.address);
    $(".ui-datatable").filter((each, table) => table.getBoundingClientRect().top < 0).each((each, table) => table.scrollIntoView());
  }
});

// The order outlives a new filter, but where it is among the filters.
document.addEventListener("formdata", ({ target, formData }) => {
  const here = new URLSearchParams(target.matches("form.filters") ? location.search : "");
  ["tri", "sens"].filter((each) => here.has(each) && !formData.has(each)).forEach((each) => formData.append(each, here.get(each)));
});
