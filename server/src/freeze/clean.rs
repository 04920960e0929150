//! Takes from a page what needs a server or goes stale, and says that it is archived.

mod promises;

use std::cell::RefCell;

use lol_html::html_content::{ContentType, TextChunk};
use lol_html::{RewriteStrSettings, doc_comments, element, rewrite_str, text};

use self::promises::without_promises;
use super::FreezeError;
use super::address::Address;

/// What only works on a running site: the client and its scripts, forms that send, notices of the network, pictures that
/// are drawn when somebody asks. The theme switch and the menu work by style alone, so they stay.
const OF_SERVER: &str = "script, link[rel=manifest], form[method], .needs-script, dialog, .network, .leave span, \
     .save-as-picture, .remember, [data-aloud], link[rel=preload][as=font], link[type='application/json+oembed']";
/// What is true on the day alone.
const OF_THE_DAY: &str =
    ".clock, .now .today, .off-season .intro, .foot .links .hint, section[aria-labelledby=paminnelser]";
/// What prints the site's address, which it may not have.
const OF_ADDRESS: &str =
    "link[rel=canonical], meta[property='og:url'], meta[property='og:image'], .printed, .cover";
/// The sentences about openings, of which those about the future go.
const OPENINGS: &str = ".now .status, .catch-up .intro";

/// What is said of the site on its pages.
pub(super) struct Cleaner {
    /// The address for those who would have used a form; may be empty.
    pub(super) email: String,
    /// The day of the archive: "24 december 2026".
    pub(super) day: String,
    /// Whether the site has an address of its own.
    pub(super) has_address: bool,
}

impl Cleaner {
    /// Cleans a page; `closed` when it is that of a closed door.
    pub(super) fn clean(&self, address: &Address, page: &str, closed: bool) -> Result<String, FreezeError> {
        let page = without_promises(address.path(), page, &self.without_form())?;
        let archived = format!(
            "<p class=\"archived\">Arkiverad {}. Så här såg webbplatsen ut då. Den ändras inte längre.</p>",
            self.day
        );
        let mut settings = RewriteStrSettings::new()
            .append_document_content_handler(doc_comments!(|comment| {
                comment.remove();
                Ok(())
            }))
            .append_element_content_handler(element!(OF_SERVER, |element| {
                element.remove();
                Ok(())
            }))
            .append_element_content_handler(element!(OF_THE_DAY, |element| {
                element.remove();
                Ok(())
            }))
            .append_element_content_handler(element!(".now h2", |heading| {
                heading.set_inner_content("Kalendern är arkiverad", ContentType::Text);
                Ok(())
            }))
            .append_element_content_handler(element!("a[href='/kalender/idag']", |link| {
                link.set_inner_content("Till kalendern", ContentType::Text);
                Ok(())
            }))
            .append_element_content_handler(element!("[data-state=today]", |door| {
                door.set_attribute("data-state", "open")?;
                Ok(())
            }))
            .append_element_content_handler(text!("[data-state=today]", |text| {
                replace(text, |words| words.replace("dagens lucka, ", ""));
                Ok(())
            }))
            .append_element_content_handler(text!("[data-state=locked]", |text| {
                replace(text, unopened);
                Ok(())
            }))
            .append_element_content_handler(text!(OPENINGS, |text| {
                replace(text, without_future);
                Ok(())
            }))
            .append_element_content_handler(element!("article.feedback", |form| {
                let instead = format!(
                    "<header><h1>Berätta vad som inte fungerar</h1></header><p>{}</p>",
                    self.without_form()
                );
                form.set_inner_content(&instead, ContentType::Html);
                Ok(())
            }))
            .append_element_content_handler(element!(".foot .small", |foot| {
                foot.append(&archived, ContentType::Html);
                Ok(())
            }));
        if !self.has_address {
            settings = settings.append_element_content_handler(element!(OF_ADDRESS, |element| {
                element.remove();
                Ok(())
            }));
        }
        if closed {
            settings = settings
                .append_element_content_handler(element!(".dark-house h1", |heading| {
                    heading.set_inner_content("Luckan är inte öppnad", ContentType::Text);
                    Ok(())
                }))
                .append_element_content_handler(element!(".dark-house p:not([class])", |sentence| {
                    let words = "Webbplatsen arkiverades före luckans dag. Därför finns ingen text här.";
                    sentence.set_inner_content(words, ContentType::Text);
                    Ok(())
                }));
        }
        rewrite_str(&page, settings).map_err(FreezeError::Rewrite)
    }

    /// Says that there is no form, and where to write.
    fn without_form(&self) -> String {
        let email = html_escape::encode_double_quoted_attribute(&self.email);
        let ways = if self.email.is_empty() {
            String::new()
        } else {
            format!(" Skriv i stället till <a href=\"mailto:{email}\">{email}</a>.")
        };
        format!("Webbplatsen är arkiverad, så du kan inte skicka formuläret längre.{ways}")
    }
}

fn replace(text: &mut TextChunk<'_>, words: impl FnOnce(&str) -> String) {
    let new = words(text.as_str());
    if new != text.as_str() {
        text.set_str(new);
    }
}

/// Says of a closed door that it is, without the day on which it would open.
fn unopened(words: &str) -> String {
    match words.split_once("öppnas ") {
        Some((before, _)) => format!("{before}inte öppnad"),
        None => words.to_owned(),
    }
}

/// Leaves out the sentences about doors that will open.
fn without_future(words: &str) -> String {
    let stay: String = words.split_inclusive(". ").filter(|sentence| !sentence.contains("öppnas")).collect();
    if stay.is_empty() && !words.is_empty() {
        return "Ingen lucka är öppen.".to_owned();
    }
    stay.trim_end().to_owned()
}

/// Returns the text of a page's article, with the ends of blocks as spaces, without soft hyphens.
pub(super) fn article_text(page: &str) -> Result<String, FreezeError> {
    const INLINE: [&str; 12] =
        ["a", "abbr", "b", "cite", "code", "em", "i", "mark", "span", "strong", "sub", "sup"];
    let text = RefCell::new(String::new());
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("main article *", |element| {
            if !INLINE.contains(&element.tag_name().as_str()) {
                text.borrow_mut().push(' ');
            }
            Ok(())
        }))
        .append_element_content_handler(text!("main article", |chunk| {
            text.borrow_mut().push_str(chunk.as_str());
            Ok(())
        }));
    rewrite_str(page, settings).map_err(FreezeError::Rewrite)?;
    Ok(html_escape::decode_html_entities(&text.into_inner()).replace('\u{ad}', ""))
}

#[cfg(test)]
mod tests {
    use app::paths;

    use super::*;

    fn clean(path: &str, page: &str, closed: bool) -> String {
        let cleaner =
            Cleaner { email: "mia@mia.example".into(), day: "24 december 2026".into(), has_address: false };
        cleaner.clean(&Address::of(path), page, closed).unwrap()
    }

    #[test]
    fn nothing_stays_that_needs_a_server_or_the_day() {
        let page = r#"<head><script>x</script><link rel="canonical" href="http://a/"></head><!--x-->
            <p class="leave"><span></span><a href="/lamna">Lämna</a></p>
            <div class="now"><h2>Lördag 12 december</h2><p class="today">Öppna</p>
            <p class="status">Tolv luckor är öppna. Nästa öppnas i morgon.</p></div>
            <a data-state="today"><span>Lucka 12, dagens lucka, öppen</span></a>
            <a data-state="locked"><span>Lucka 13, öppnas söndag 13 december</span></a>
            <div data-aloud="sv" hidden><button>Läs upp</button></div>
            <form role="search"></form><form method="post"><input></form>
            <footer class="foot"><div class="small"></div></footer>"#;
        let page = clean("/", page, false);
        for gone in ["script", "canonical", "<!--", "12 december", "i morgon", "dagens", "post", "Läs upp"] {
            assert!(!page.contains(gone), "{gone} in {page}");
        }
        for there in [
            "Tolv luckor är öppna.</p>",
            "data-state=\"open\"",
            "Lucka 12, öppen",
            "Lucka 13, inte öppnad",
            "role=\"search\"",
            "Arkiverad 24 december 2026.",
        ] {
            assert!(page.contains(there), "{there} in {page}");
        }
    }

    #[test]
    fn a_closed_door_promises_nothing() {
        let page = r#"<section class="dark-house"><p class="quiet">Lucka 20</p><h1>Luckan öppnas söndag</h1>
            <p>Åtta dagar kvar.</p></section>"#;
        let page = clean("/kalender/2026/lucka/20", page, true);
        assert!(!page.contains("öppnas") && !page.contains("kvar") && page.contains("Lucka 20"), "{page}");
    }

    #[test]
    fn what_promises_an_answer_says_where_to_write_instead() {
        let page = "<article class=\"post\"><header><h1>T</h1></header>\
            <div class=\"prose\"><p>Vårt <a href=\"/tillganglighet/synpunkter\">formulär</a></p></div>\
            <div class=\"prose\"><ul><li><a href=\"/tillganglighet/synpunkter\">Skriv</a></li><li>Ring 08.</li></ul>\
            <p>Vi svarar så snart vi k\u{ad}an.</p><h2>Brister</h2><p>Kvar.</p><p><a href=\"/tillganglighet/svar\">Läs svaret</a></p></div></article>";
        let statement = clean("/tillganglighet", page, false);
        assert!(
            statement.contains("Vårt <a") && statement.contains("<ul><li>Ring 08.</li></ul>"),
            "{statement}"
        );
        assert_eq!(statement.matches("du kan inte skicka formuläret").count(), 1, "{statement}");
        for gone in ["Skriv</a>", "Vi svarar", "Läs svaret"] {
            assert!(!statement.contains(gone), "{gone} in {statement}");
        }
        assert!(clean("/om", page, false).contains("Läs svaret"));
        let safe = clean(paths::SAFE_SURFING, page, false);
        assert!(
            safe.contains("</header><p class=\"notice\"") && safe.contains("Webbplatsen är arkiverad."),
            "{safe}"
        );
    }

    #[test]
    fn words_end_where_blocks_end() {
        let page = "<main><article><h1>Mod</h1><p>till&shy;g<em>ång</em> &amp; väg</p></article></main>";
        let text = article_text(page).unwrap();
        assert_eq!(text.split_whitespace().collect::<Vec<_>>(), ["Mod", "tillgång", "&", "väg"]);
    }
}
