// One polite voice for the page: what it says is shown for a moment and read by screen readers.
const SHOWN_FOR = 4000;
let silence;

export function announce(sentence) {
  const voice = document.querySelector(".annonce");
  clearTimeout(silence);
  voice.textContent = sentence;
  silence = setTimeout(() => (voice.textContent = ""), SHOWN_FOR);
}
