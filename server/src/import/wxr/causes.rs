//! What an import from WordPress tells the report. An option of the command stands within parentheses: the admin offers it
//! as a field and leaves the parentheses out (`app::moving_in`).

use app::import::Cause;

pub(super) const ENCODING: Cause = Cause::look(
    "not-utf-8",
    "Filen var inte UTF-8 och lästes med en äldre teckentabell: kontrollera å, ä, ö och citattecken",
);
pub(super) const BAD_BYTES: Cause =
    Cause::look("bad-bytes", "Tecken var felkodade och lästes med en äldre teckentabell: kontrollera texten");
pub(super) const CONTROL: Cause = Cause::note("control-characters", "Osynliga styrtecken togs bort");
pub(super) const DOUBLE: Cause = Cause::look(
    "double-encoded",
    "Texten ser dubbelt kodad ut (Ã¤ i stället för ä): den lämnades som den är",
);
pub(super) const CUT: Cause =
    Cause::missing("file-cut", "Filen är avklippt: det som kommer efter finns inte med. Exportera igen");
pub(super) const NO_ID: Cause =
    Cause::missing("no-id", "Saknar både id och adress och kan inte kännas igen nästa gång");

pub(super) const TRASH: Cause = Cause::note("in-trash", "Låg i papperskorgen (ta med dem med --trash)");
pub(super) const AUTO_DRAFT: Cause =
    Cause::note("auto-draft", "Ett tomt utkast som WordPress gör av sig självt");
pub(super) const INTERNAL: Cause =
    Cause::note("internal-type", "WordPress egna poster, som inte är innehåll");
pub(super) const REVISION: Cause = Cause::note("revision", "Äldre versioner av texter");
pub(super) const OWN_TYPE: Cause =
    Cause::look("own-type", "En egen innehållstyp (ta med den med --type TYP=article eller --type TYP=page)");

pub(super) const DATE_LOCAL: Cause =
    Cause::note("date-local", "Tiden togs från den lokala tiden, i den här webbplatsens zon");
pub(super) const DATE_FEED: Cause = Cause::note("date-feed", "Tiden togs från pubDate");
pub(super) const DATE_NONE: Cause = Cause::look("date-none", "Saknar datum");
pub(super) const DATE_DIFFERS: Cause =
    Cause::note("date-differs", "pubDate säger en annan tid än inläggets egen, som gäller");
pub(super) const DATE_ODD: Cause = Cause::look("date-odd", "Datumet är ovanligt: kontrollera det");

pub(super) const PASSWORD: Cause =
    Cause::look("password", "Hade lösenord och blev utkast: lösenordet följer inte med");
pub(super) const PRIVATE: Cause = Cause::note("private", "Var privat och blev utkast");
pub(super) const PENDING: Cause = Cause::note("pending", "Väntade på godkännande och blev utkast");
pub(super) const UNKNOWN_STATUS: Cause =
    Cause::look("unknown-status", "Hade en okänd status och blev utkast");

pub(super) const NO_AUTHOR: Cause = Cause::look("no-author", "Saknar skribent");
pub(super) const UNKNOWN_AUTHOR: Cause =
    Cause::look("unknown-author", "Skribenten finns inte i filens lista: kontonamnet står som namn");
pub(super) const EXTRA_AUTHOR: Cause = Cause::note("extra-author", "Flera skribenter: alla namn står");
pub(super) const EMPTY_AUTHOR: Cause =
    Cause::note("empty-author", "En tom rad i filens lista över skribenter");
pub(super) const SHARED_ADDRESS: Cause =
    Cause::look("shared-address", "Flera skribenter i filen delar e-postadress");

pub(super) const TITLE_MARKUP: Cause =
    Cause::note("title-markup", "Rubriken hade formatering, som togs bort");
pub(super) const TITLE_MADE: Cause = Cause::look("title-made", "Rubrik saknas: de första orden blev rubrik");
pub(super) const TITLE_LONG: Cause = Cause::look("title-long", "Rubriken är mycket lång: korta den");
pub(super) const SLUG_MADE: Cause = Cause::note(
    "slug-made",
    "Adressen gick inte att läsa eller saknades: den görs av det som kan läsas, eller av rubriken",
);

pub(super) const TAXONOMY: Cause = Cause::look("own-taxonomy", "En egen indelning följer inte med");
pub(super) const CATEGORY_PARENT: Cause =
    Cause::note("category-parent", "Kategorin låg under en kategori som inte finns i filen");
pub(super) const FIELD: Cause = Cause::look("own-field", "Ett eget fält följer inte med");
pub(super) const COMMENTS: Cause =
    Cause::look("comments", "Kommentarer följer inte med: webbplatsen har inga. De finns kvar i filen");
pub(super) const STICKY: Cause = Cause::note("sticky", "Låg alltid överst, vilket inlägg inte kan göra här");
pub(super) const TEMPLATE: Cause = Cause::note("page-template", "Sidans egen mall används inte");
pub(super) const PAGE_PARENT: Cause = Cause::note(
    "page-parent",
    "Sidan låg under en annan sida: här ligger alla sidor bredvid varandra, och den gamla adressen leder rätt",
);
pub(super) const PARENT_MISSING: Cause =
    Cause::note("parent-missing", "Hör till en post som inte finns i filen");
pub(super) const NO_FILE: Cause = Cause::look("no-file-address", "En fil saknar adress");
pub(super) const COVER_MISSING: Cause =
    Cause::missing("cover-missing", "Den stora bilden finns inte i filen");

pub(super) const COLUMNS: Cause = Cause::note("columns", "Kolumner blev text under varandra");
pub(super) const BLOCK_MISSING: Cause =
    Cause::missing("block-missing", "Ett återanvänt block finns inte i filen");
pub(super) const UNKNOWN_BLOCK: Cause =
    Cause::look("unknown-block", "Ett okänt block: text i blockets inställningar följer inte med");
pub(super) const DYNAMIC_BLOCK: Cause =
    Cause::look("dynamic-block", "Ett block som WordPress fyllde när sidan visades följer inte med");
pub(super) const SHORTCODE: Cause =
    Cause::look("unknown-shortcode", "En okänd kortkod står kvar som text: ta bort eller ersätt den");
pub(super) const BUILDER: Cause =
    Cause::note("page-builder", "En sidbyggares ramar togs bort: texten i dem är kvar");
pub(super) const GALLERY_MISSING: Cause =
    Cause::missing("gallery-missing", "En bild i ett galleri finns inte i filen");
