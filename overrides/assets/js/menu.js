// On a phone, Escape closes the menu and comes back to its button.
const menu = document.querySelector(".menu");

addEventListener("keydown", ({ key }) => {
  if (key !== "Escape" || !menu.open) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});
