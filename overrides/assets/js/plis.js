// A link to what is folded unfolds it, in browsers that do not do so by themselves.
const unfold = () => {
  const target = document.getElementById(location.hash.slice(1));
  if (!target) return;
  for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  target.scrollIntoView();
};

addEventListener("hashchange", unfold);
unfold();
