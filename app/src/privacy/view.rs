//! The generated part of the privacy page.

use std::fmt::Write as _;

use super::declared;
use crate::markdown::to_html;
use crate::paths;
use crate::retention::{About, Retention};

/// Returns the HTML, to stand below the page's own text.
pub(crate) fn privacy() -> String {
    let mut text = format!(
        "## Inga kakor för dig som läser\n\nDu som läser får inga kakor (cookies). Webbplatsen hämtar inget från \
         andra företag och följer dig inte. Den räknar bara hur många gånger en text blir läst. Därför finns det ingen \
         ruta om kakor att klicka bort. Trycker du på ”Läs upp” är det din egen enhet som läser. Inget skickas.\n\n\
         ## Det här sparas om dig som läser eller skriver till oss\n\nDet mesta sparas bara om du själv ber om det.\n\n\
         {}\
         Du kan skriva till oss utan att tala om vem du är: [berätta vad som inte fungerar]({}).\n\n\
         ## Det här sparas om dig som är med i en text\n\n{}\
         ## Det här sparas om dig som arbetar med webbplatsen\n\nDen som loggar in får en kaka, som behövs för \
         inloggningen. Den försvinner när webbläsaren stängs.\n\n{}",
        list(About::Visitors),
        paths::FEEDBACK,
        list(About::Participants),
        list(About::Staff)
    );
    text.push_str(
        "Det som tas bort finns kvar i säkerhetskopior tills de också tas bort. Hur länge det är bestämmer den som sköter \
         servern.\n",
    );
    to_html(&text)
}

/// Lists what is stored about somebody, in Markdown.
fn list(about: About) -> String {
    let mut text = String::new();
    for Retention { what, why, how_long, .. } in declared().iter().filter(|stored| stored.about == about) {
        _ = write!(text, "- **{what}**\\\n  {why} {how_long}\n\n");
    }
    text
}
