() => {
  // Storage may be forbidden.
  try {
    const theme = localStorage.getItem("guldkorn-tema");
    const at = ["light", "dark"].indexOf(theme);
    if (at < 0) return;
    document.documentElement.dataset.theme = theme;
    const bands = [...document.querySelectorAll("meta[name=theme-color]")];
    const { content } = bands[at];
    bands.forEach((band) => {
      band.dataset.own = band.content;
      band.content = content;
    });
  } catch {}
}
