// The buttons that print the page.
for (const button of document.querySelectorAll(".imprimer")) button.addEventListener("click", () => print());
