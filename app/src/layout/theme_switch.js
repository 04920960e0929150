// The switch between the themes: remembers the choice when that is asked for. A part of the script of every page.
// theme.js has applied it before the first paint.
const ENTRY = "guldkorn-tema";
const root = document.documentElement;
const bands = [...document.querySelectorAll("meta[name=theme-color]")];
const [light, dark] = bands.map(({ content, dataset }) => dataset.own ?? content);

// Storage may be forbidden; then the choice holds for as long as the page does.
const store = (theme) => {
  try {
    theme ? localStorage.setItem(ENTRY, theme) : localStorage.removeItem(ENTRY);
  } catch {}
};
const show = (theme) => {
  if (theme) root.dataset.theme = theme;
  else delete root.dataset.theme;
  bands.forEach((band, at) => (band.content = { light, dark }[theme] ?? [light, dark][at]));
};

const place = document.querySelector(".theme");
if (place) {
  const remembered = root.dataset.theme ?? "";
  const label = place.querySelector(".remember");
  const remember = label.querySelector("input");
  place.querySelector(`[value="${remembered}"]`).checked = true;
  remember.checked = Boolean(remembered);
  label.hidden = false;
  place.addEventListener("change", () => {
    const theme = place.querySelector("[name=tema]:checked").value;
    show(theme);
    if (!theme) remember.checked = false;
    store(remember.checked ? theme : "");
  });
}
