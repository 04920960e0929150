//! Which other sites may show the calendar in a frame.

use url::{Host, Url};

/// The most sites of a list: the header that names them is sent with every frame.
const MAX_ORIGINS: usize = 50;

/// The sites that may show the calendar in a frame, beside this one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Framers {
    /// Whether any site may.
    pub anyone: bool,
    /// Origins such as `https://www.example.se`, one a line.
    pub origins: String,
}

impl Framers {
    /// Returns whether any other site may.
    pub fn is_open(&self) -> bool {
        self.anyone || !self.origins.is_empty()
    }

    /// Returns the sources of the directive `frame-ancestors`.
    pub fn sources(&self) -> String {
        if self.anyone {
            return "*".to_owned();
        }
        self.origins.lines().fold("'self'".to_owned(), |sources, origin| sources + " " + origin)
    }
}

/// Reads typed addresses, one a line, as origins. An address of a page stands for its site.
///
/// # Errors
/// With a sentence for whoever typed them.
pub(super) fn parse_origins(typed: &str) -> Result<String, String> {
    let mut origins: Vec<String> = Vec::new();
    for line in typed.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let origin = parse_origin(line).ok_or_else(|| {
            format!("Skriv hela adressen i stället för ”{line}”, till exempel https://www.example.se.")
        })?;
        if !origins.contains(&origin) {
            origins.push(origin);
        }
    }
    if origins.len() > MAX_ORIGINS {
        return Err(format!("Ta bort några adresser: här ryms {MAX_ORIGINS}."));
    }
    Ok(origins.join("\n"))
}

/// Takes https alone: over http anybody on the way could put the frame into a page of their own. This computer may do
/// without, so that a site can be tried.
fn parse_origin(address: &str) -> Option<String> {
    let url = Url::parse(address).ok()?;
    let is_plain = url.username().is_empty() && url.password().is_none();
    let is_safe = match (url.scheme(), url.host()?) {
        ("https", Host::Domain(name)) => !name.contains('*'),
        ("https", _) => true,
        ("http", Host::Domain(name)) => name == "localhost",
        ("http", Host::Ipv4(number)) => number.is_loopback(),
        _ => false,
    };
    // What the header separates by cannot stand in a host, but the rule must not hang on that.
    let origin = url.origin().ascii_serialization();
    (is_plain && is_safe && !origin.contains([' ', ';', ','])).then_some(origin)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_addresses_become_origins() {
        for (typed, origins) in [
            ("", ""),
            ("https://www.kommun.example", "https://www.kommun.example"),
            (
                "https://www.kommun.example/sida?x=1#y\n\n https://WWW.kommun.example/ ",
                "https://www.kommun.example",
            ),
            ("https://kommun.example:8443", "https://kommun.example:8443"),
            ("https://kommun.example:443", "https://kommun.example"),
            ("https://räksmörgås.example", "https://xn--rksmrgs-5wao1o.example"),
            ("http://127.0.0.1:4000\nhttp://localhost", "http://127.0.0.1:4000\nhttp://localhost"),
        ] {
            assert_eq!(parse_origins(typed).as_deref(), Ok(origins), "{typed}");
        }
    }

    #[test]
    fn what_is_no_site_is_refused_with_what_was_typed() {
        for wrong in [
            "kommun.example",
            "http://kommun.example",
            "*",
            "https://*.kommun.example",
            "'self'",
            "javascript:alert(1)",
            "data:text/html,x",
            "https://anna@kommun.example",
            "https://a.example; script-src *",
            "https://a.example https://b.example",
        ] {
            let sentence = parse_origins(&format!("https://bra.example\n{wrong}")).unwrap_err();
            assert!(sentence.contains(&format!("”{wrong}”")) && sentence.contains("https://www.example.se"));
        }
        let many: Vec<_> = (0..=MAX_ORIGINS).map(|n| format!("https://s{n}.example")).collect();
        let many = many.join("\n");
        assert_eq!(parse_origins(&many), Err("Ta bort några adresser: här ryms 50.".into()));
    }

    #[test]
    fn only_named_sites_and_this_one_may_frame() {
        let framers = |anyone, origins: &str| Framers { anyone, origins: origins.into() };
        assert_eq!(Framers::default().sources(), "'self'");
        assert_eq!(
            framers(false, "https://a.example\nhttps://b.example").sources(),
            "'self' https://a.example https://b.example"
        );
        assert_eq!(framers(true, "https://a.example").sources(), "*");
        assert!(
            !Framers::default().is_open()
                && framers(true, "").is_open()
                && framers(false, "https://a.example").is_open()
        );
    }
}
