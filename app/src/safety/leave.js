// Blanks the page at once, and replaces it in the history. A part of the script of every page.
const EXIT = "/lamna";
const PRESSES = 3;
const WITHIN = 5000;
let pressed = 0;
let forgetting;
let alone = false;

const say = (words) => {
  const at = (place) => document.querySelector(`${place} .leave [role]`);
  const place = at("dialog[open]") ?? at(".head");
  if (place && place.textContent !== words) place.textContent = words;
};
const forget = () => {
  clearTimeout(forgetting);
  pressed = 0;
  say("");
};
const leave = () => {
  const blank = document.createElement("body");
  const words = blank.appendChild(document.createElement("p"));
  words.className = "visually-hidden";
  words.setAttribute("role", "alert");
  for (const sound of document.querySelectorAll("audio")) sound.pause();
  globalThis.speechSynthesis?.cancel();
  document.body.replaceWith(blank);
  words.textContent = "Lämnar sidan …";
  try {
    localStorage.clear();
    sessionStorage.clear();
  } catch {}
  location.replace(EXIT);
};
const count = () => {
  if (!document.querySelector("[data-sensitive]")) return forget();
  pressed += 1;
  if (pressed === PRESSES) return leave();
  if (pressed === 1) forgetting = setTimeout(forget, WITHIN);
  const left = PRESSES - pressed === 1 ? "en gång" : "två gånger";
  say(`Tryck på Skift (⇧) ${left} till för att lämna sidan.`);
};

addEventListener("click", (event) => {
  if (!event.target.closest?.(`a[href="${EXIT}"]`)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  leave();
}, true);
// Shift counts when it was pressed and let go with nothing in between: not for capitals, not for marking text.
addEventListener("keydown", ({ key, repeat, ctrlKey, altKey, metaKey }) => {
  if (repeat) return;
  alone = key === "Shift" && !ctrlKey && !altKey && !metaKey;
  if (!alone) forget();
}, true);
addEventListener("pointerdown", () => (alone = false), true);
addEventListener("keyup", ({ key }) => {
  if (key !== "Shift" || !alone) return;
  alone = false;
  count();
}, true);
