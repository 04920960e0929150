// When the site is looked at, and which of its pages then.
import { EDITION, doorPath } from "../support/calendar.mjs";
import { firstLink } from "../support/site-pages.mjs";
import { aPostWith, cards } from "./demo-content.mjs";
import { breakDatabase } from "./broken-site.mjs";

const START = { title: "Start", path: "/" };
const CALENDAR = { title: "Edition", path: EDITION };
const LIST = { title: "Edition as a list", path: `${EDITION}?vy=lista` };
const READ_ON = { title: "Läs i kapp", path: `${EDITION}/las` };
const BLOG = { title: "Blog", path: "/blogg" };
const NOT_FOUND = { title: "404", path: "/finns-inte", status: 404 };

export const MOMENTS = [
  {
    name: "before",
    title: "28 November 2026, three days before the first door",
    at: "2026-11-28T12:00",
    groups: async () => ({
      pages: [START, CALENDAR, { title: "Closed door", path: doorPath(12), status: 403 }, { ...READ_ON, title: "Läs i kapp, nothing open" }],
    }),
  },
  {
    name: "christmas-eve",
    title: "Christmas Eve 2026",
    at: "2026-12-24T08:00",
    groups: async (site) => ({
      calendar: [START, CALENDAR, LIST, READ_ON],
      cards: await cards(site),
      reading: [
        BLOG,
        { title: "Month", path: "/blogg/2026/12" },
        { title: "Tag", path: "/etikett/mod" },
        { title: "Post with a picture", path: await aPostWith(site, true) },
        { title: "Post without a picture", path: await aPostWith(site, false) },
        { title: "Voices", path: "/roster" },
        { title: "Voice", path: await firstLink(site, "/roster", "/roster/") },
      ],
      around: [
        { title: "Search", path: "/sok" },
        { title: "Search with hits", path: "/sok?q=mod" },
        { title: "Search without a hit", path: "/sok?q=xyzzy" },
        { title: "About", path: "/om" },
        { title: "Help numbers", path: "/saker-surf" },
        { title: "Log in", path: "/admin/logga-in" },
        NOT_FOUND,
        { title: "410", path: "/inlagg/en-berattelse-som-togs-tillbaka", status: 410 },
        { title: "404 without the client", path: "/finns-inte.php", status: 404 },
      ],
      paper: [
        { title: "Post", path: await aPostWith(site, true) },
        { title: "Edition", path: EDITION },
        { title: "Door", path: doorPath(7) },
        { title: "Läs i kapp", path: READ_ON.path },
      ],
    }),
  },
  {
    name: "march",
    title: "15 March 2027",
    at: "2027-03-15T08:00",
    groups: async () => ({ pages: [START, CALENDAR, BLOG] }),
  },
  {
    name: "empty",
    title: "A new site, 12 December 2026",
    at: "2026-12-12T08:00",
    demo: false,
    groups: async () => ({
      pages: [
        START,
        { title: "Calendar", path: "/kalender" },
        BLOG,
        { title: "Voices", path: "/roster" },
        { title: "Search without a hit", path: "/sok?q=mod" },
      ],
      // Last, since it breaks the site.
      failing: [{ title: "500", path: "/etikett/mod", status: 500, before: breakDatabase }],
    }),
  },
];
