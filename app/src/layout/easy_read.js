// Shows texts in plain words (lättläst) wherever there are such, for visitors who have asked for that on this device. A part of the
// script of every page, because no page that is cached may differ from reader to reader.
const ENTRY = "guldkorn-lattlast";
// Whoever has been led to the plain words may want the original all the same.
const ORIGINAL = "#original";

// Storage may be forbidden; then nothing is remembered.
const isAlways = () => {
  try {
    return localStorage.getItem(ENTRY) === "ja";
  } catch {
    return false;
  }
};
const remember = (always) => {
  try {
    always ? localStorage.setItem(ENTRY, "ja") : localStorage.removeItem(ENTRY);
  } catch {}
};

const enter = () => {
  const easy = document.querySelector("article.post .renditions a[data-easy-read]");
  // Not from another language.
  const isSame = easy?.hreflang === document.querySelector(".renditions [aria-current]")?.lang;
  if (easy && isSame && isAlways() && location.hash !== ORIGINAL) {
    location.replace(easy.href);
    return;
  }
  const choice = document.querySelector("[data-easy-read-always]");
  if (!choice) return;
  const box = choice.querySelector("input");
  box.checked = isAlways();
  box.onchange = () => {
    remember(box.checked);
    box.checked = isAlways();
  };
  choice.hidden = false;
};

enter();
// Before the client sees the click. The link itself stays as it was, or the client would not take it over.
document.addEventListener(
  "click",
  ({ target }) => {
    const link = target.closest?.("[data-rendition] .renditions a");
    if (link && isAlways()) link.hash = ORIGINAL;
  },
  true,
);
// The client shows other pages in the same document.
const app = document.querySelector("[data-app]");
if (app) new MutationObserver(enter).observe(app, { childList: true });
