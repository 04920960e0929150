// What the board says aloud.

const HOW = "Pilar eller siffror väljer dag, Tab nästa tomma. Enter placerar, Escape avbryter.";

/** What is lifted, from where, and how it is put down. */
export function lifted({ title, day, reserve }, count) {
  return `”${title}” vald, ${day ? `dag ${day} av ${count}` : reserve ? `reserv nummer ${reserve}` : "utan dag"}. ${HOW}`;
}

/** The day to which a text would go. */
export function target({ number, date, isEmpty, isOpen, title }) {
  const there = isEmpty ? "Tom." : `Där ligger ”${title}”.`;
  return `Dag ${number}, ${date}. ${there}${isOpen ? " Luckan är öppen för läsarna." : ""}`;
}

/** That nothing was moved because somebody changed their mind. */
export function cancelled({ title, day, reserve }) {
  return `Avbrutet. ”${title}” ligger kvar ${day ? `på dag ${day}` : `bland ${reserve ? "reserverna" : "texterna utan dag"}`}.`;
}

/** Which days are another than a moment ago, and by whom if that is known. */
export function changed(by, days) {
  const what = days.length === 1 ? `dag ${days[0]}` : days.length <= 3 ? `dag ${days.slice(0, -1).join(", ")} och ${days.at(-1)}` : `${days.length} dagar`;
  return by ? `${by} ändrade ${what} nyss.` : `${what[0].toUpperCase()}${what.slice(1)} har ändrats.`;
}

export const NO_EMPTY = "Ingen dag är tom.";
export const WAIT = "Vänta, det förra sparas fortfarande.";
export const UNREACHED = "Det gick inte att nå servern. Ladda om sidan och se efter om texten flyttades innan du försöker igen.";
