// What a download has begun leaves the list where it was: says where it is now.
function tellMoved(number, address) {
  const one = number === 1;
  const link = document.createElement("a");
  link.href = address;
  link.textContent = one ? "le voir" : "les voir";
  const moved = document.getElementById("moved");
  moved.replaceChildren(`${one ? "1 télédossier est passé" : `${number} télédossiers sont passés`} « En cours » : `, link);
  moved.hidden = false;
}
