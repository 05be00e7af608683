// The button of an edition prints it; without scripts it is not there.
for (const button of document.querySelectorAll(".edition__imprimer")) {
  button.addEventListener("click", () => print());
}
