// Shows what only concerns some choices: data-only-for names the list or the radio buttons, data-only-when the values.
for (const part of document.querySelectorAll("[data-only-for]")) {
  const fields = part.dataset.onlyFor.split(" ").map((id) => document.getElementById(id));
  const wanted = part.dataset.onlyWhen.split(" ");
  const show = () => {
    part.hidden = !fields.some((field) => wanted.includes(field.value) && (field.type !== "radio" || field.checked));
  };
  fields.forEach((field) => field.addEventListener("change", show));
  show();
}
