// Leads whoever comes with the anchor of something that moved to another page to where it stands now.
const line = location.hash && document.getElementById(location.hash.slice(1));
const gone = line && line.querySelector(".element-deplace");
if (gone) location.replace(gone.href);
