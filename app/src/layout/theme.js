() => {
  const ENTRY = "guldkorn-tema";
  const root = document.documentElement;
  const bands = [...document.querySelectorAll("meta[name=theme-color]")];
  const [light, dark] = bands.map(({ content }) => content);

  // Storage may be forbidden; then the choice holds for as long as the page does.
  const stored = () => {
    try {
      const entry = localStorage.getItem(ENTRY);
      return ["light", "dark"].includes(entry) ? entry : "";
    } catch {
      return "";
    }
  };
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

  const remembered = stored();
  if (remembered) show(remembered);
  addEventListener("DOMContentLoaded", () => {
    const place = document.querySelector(".theme");
    if (!place) return;
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
  });
}
