// A table that shows another part says so in the address: going back, a link that is sent, and a reload find it again.
// So does its form: a button of a line comes back to the part that is shown. The part is shown from its first line.
$(document).on("pfAjaxComplete", (event, request, settings, answer) => {
  if (answer?.address) {
    history.replaceState(null, "", answer.address);
    $("form:has(.ui-datatable)").attr("action", answer.address);
    const table = document.querySelector(".ui-datatable");
    if (table?.getBoundingClientRect().top < 0) {
      table.scrollIntoView();
    }
  }
});

// The order outlives a new filter, but where it is among the filters.
document.addEventListener("formdata", ({ target, formData }) => {
  if (target.matches("form.filters")) {
    const here = new URLSearchParams(location.search);
    for (const name of ["tri", "sens"].filter((each) => here.has(each) && !formData.has(each))) {
      formData.append(name, here.get(name));
    }
  }
});
