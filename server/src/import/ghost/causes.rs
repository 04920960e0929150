//! What an export of Ghost tells the report.

use app::import::Cause;

pub(super) const NO_ID: Cause = Cause::missing("no-id", "Inlägget saknar id");
pub(super) const REPEATED: Cause =
    Cause::look("id-repeated", "Samma id finns redan i filen: det första inlägget gäller");
pub(super) const NO_TABLE: Cause = Cause::look("table-missing", "Tabellen saknas i filen");
pub(super) const DATABASES: Cause = Cause::note("several-databases", "Filen har flera databaser: alla läses");
pub(super) const TIER: Cause = Cause::note("tier", "Medlemsnivån följer inte med");
pub(super) const TAG_WITHOUT_NAME: Cause = Cause::look("tag-without-name", "Etiketten saknar namn");
pub(super) const TAG_MISSING: Cause =
    Cause::look("tag-missing", "Inlägget har en etikett som inte finns i filen");
pub(super) const TAG_INTERNAL: Cause = Cause::note("tag-internal", "Intern etikett, som läsare inte ska se");
pub(super) const AUTHOR_MISSING: Cause =
    Cause::look("author-missing", "Inlägget har en skribent som inte finns i filen");

pub(super) const MEMBERS: Cause =
    Cause::look("members-only", "Var bara för medlemmar: kommer in som utkast, med texten bakom betalväggen");
pub(super) const LETTER: Cause = Cause::look("letter-only", "Gick bara ut som brev: kommer in som utkast");
pub(super) const UNKNOWN_STATUS: Cause = Cause::look("unknown-status", "Okänt läge: kommer in som utkast");
pub(super) const BAD_DATE: Cause = Cause::look("bad-date", "Datumet går inte att läsa");

pub(super) const BROKEN_TEXT: Cause = Cause::look("text-broken", "Textens källa går inte att läsa");
pub(super) const FALLBACK: Cause = Cause::note("text-fallback", "Texten togs ur en äldre källa");
pub(super) const SEVERAL_TEXTS: Cause =
    Cause::note("text-several", "Inlägget hade texten i två redigerare: den nyaste gäller");
pub(super) const TEXTS_DIFFER: Cause =
    Cause::note("text-differs", "Redigerarens text och den visade texten skilde sig: redigerarens gäller");
pub(super) const EMPTY: Cause = Cause::look("text-empty", "Inlägget har ingen text");
pub(super) const TITLE_MADE: Cause = Cause::look("title-made", "Inlägget saknade rubrik och fick en");

pub(super) const CODE: Cause =
    Cause::note("code-injection", "Inlagd kod i sidhuvud eller sidfot följer inte med");
pub(super) const SEARCH_WORDS: Cause =
    Cause::note("search-words", "Egna texter för sökmotorer och delning följer inte med");
pub(super) const CANONICAL: Cause =
    Cause::look("canonical", "Texten hade en annan ursprunglig adress: länka till den om det behövs");
pub(super) const FEATURED: Cause = Cause::note("featured", "Var framhävt");

pub(super) const PORTAL: Cause =
    Cause::note("portal-link", "Länk till medlemssidor, som inte finns här: orden är kvar");
pub(super) const FILE: Cause =
    Cause::look("file-missing", "Filen följer inte med: lägg in den bland dokumenten och länka till den");
pub(super) const NO_PAGE: Cause = Cause::look("old-site", "Länken leder till en sida som inte finns i filen");
pub(super) const FORMAT: Cause =
    Cause::note("format-dropped", "Understruken och överstruken text blev vanlig text");

pub(super) const SIGNUP: Cause = Cause::note("card-signup", "Formulär för medlemskap följer inte med");
pub(super) const EMAIL: Cause = Cause::note("card-email", "Ruta som bara gick ut i brev följer inte med");
pub(super) const EMAIL_CTA: Cause =
    Cause::note("card-email-cta", "Uppmaning som bara gick ut i brev följer inte med");
pub(super) const PORTAL_BUTTON: Cause = Cause::note("card-portal", "Knapp till medlemssidor följer inte med");
pub(super) const RATING: Cause = Cause::note("card-rating", "Stjärnor för en vara följer inte med");
pub(super) const TRANSISTOR: Cause =
    Cause::note("card-transistor", "Spelare från Transistor följer inte med");
pub(super) const HIDDEN: Cause = Cause::look("card-hidden", "Ruta som inte alla fick se följer inte med");
pub(super) const PAYWALL: Cause = Cause::note("card-paywall", "Betalväggens plats i texten");
pub(super) const UNKNOWN_CARD: Cause = Cause::look("card-unknown", "Okänt slags ruta: dess text står här");
