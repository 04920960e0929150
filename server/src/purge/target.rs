//! A cache in front, or a program that speaks with one: where it is and what it is sent.

use std::fmt;
use std::time::Duration;

use http::Method;
use url::Url;

use super::call::{self, Tls};
use super::webhook::Secret;

/// The least time between two requests to a cache: what is saved meanwhile is told at once.
const CACHE_PERIOD: Duration = Duration::from_millis(100);
/// The same for messages: many services count them.
const WEBHOOK_PERIOD: Duration = Duration::from_secs(2);

/// Why an address or a method is refused. Addresses are not repeated: a key may stand in one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TargetError {
    /// The address of a cache cannot be one.
    #[error(
        "en adress i GULDKORN_PURGE går inte att läsa: skriv varje cache som http://10.0.0.2:6081/ och skilj dem åt med komma"
    )]
    Cache,
    /// The address of a webhook cannot be one.
    #[error("en adress i GULDKORN_WEBHOOK går inte att läsa: skriv den som https://exempel.se/toem-cachen")]
    Webhook,
    /// The method is none.
    #[error("metoden \"{0}\" i GULDKORN_PURGE_METHOD går inte att använda: skriv PURGE eller BAN")]
    Method(String),
    /// A webhook would be called without a signature, or the secret is too short to be one.
    #[error(
        "GULDKORN_WEBHOOK kräver en hemlighet på minst 16 tecken i GULDKORN_WEBHOOK_SECRET: \
         den visar mottagaren att anropet kommer härifrån"
    )]
    Secret,
    /// There are more than anybody has.
    #[error("GULDKORN_PURGE och GULDKORN_WEBHOOK får ha högst 16 adresser tillsammans")]
    TooMany,
    /// The machine's certificates cannot be read, by which others are recognised.
    #[error(
        "datorns certifikat går inte att läsa, och utan dem går det inte att anropa adresser med https ({0})"
    )]
    Certificates(String),
}

/// A cache in front, or a program that speaks with one.
#[derive(Debug, Clone)]
pub(super) struct Target {
    name: String,
    pub(super) host: String,
    pub(super) port: u16,
    pub(super) tls: Option<Tls>,
    /// Path and query.
    pub(super) path: String,
    pub(super) message: Message,
}

/// What a target is sent.
#[derive(Clone)]
pub(super) enum Message {
    /// A request with this method and without a body.
    Purge(Method),
    /// A signed message.
    Webhook(Secret),
}

impl Target {
    pub(super) fn cache(address: &str, method: Method) -> Result<Self, TargetError> {
        Self::read(address, Message::Purge(method), TargetError::Cache)
    }

    pub(super) fn webhook(address: &str, secret: Option<&str>) -> Result<Self, TargetError> {
        let secret = secret.and_then(Secret::read).ok_or(TargetError::Secret)?;
        Self::read(address, Message::Webhook(secret), TargetError::Webhook)
    }

    fn read(address: &str, message: Message, unreadable: TargetError) -> Result<Self, TargetError> {
        let url = Url::parse(address).map_err(|_| unreadable.clone())?;
        let has_credentials = !url.username().is_empty() || url.password().is_some();
        let host = url.host_str().filter(|host| !host.is_empty()).ok_or(unreadable.clone())?.to_owned();
        let port = url.port_or_known_default().ok_or(unreadable.clone())?;
        let name = url.port().map_or_else(|| host.clone(), |port| format!("{host}:{port}"));
        let tls = match url.scheme() {
            "http" => None,
            "https" => Some(call::tls(&host)?.ok_or(unreadable.clone())?),
            _ => return Err(unreadable),
        };
        if has_credentials {
            return Err(unreadable);
        }
        let path = url[url::Position::BeforePath..url::Position::AfterQuery].to_owned();
        Ok(Self { name, host: host.trim_matches(['[', ']']).to_owned(), port, tls, path, message })
    }

    /// Returns host and port as the header `Host` has them, by which people tell targets apart, too.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Returns the least time between two calls.
    pub(super) const fn period(&self) -> Duration {
        match self.message {
            Message::Purge(_) => CACHE_PERIOD,
            Message::Webhook(_) => WEBHOOK_PERIOD,
        }
    }

    /// Returns whether it is told again a moment later: see [`teller`](super::teller).
    pub(super) const fn is_told_twice(&self) -> bool {
        matches!(self.message, Message::Purge(_))
    }
}

impl fmt::Debug for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Purge(method) => write!(f, "{method}"),
            Self::Webhook(_) => f.write_str("webhook"),
        }
    }
}

/// Reads a method: a word of capital letters that asks for nothing and changes nothing else.
pub(super) fn method(text: &str) -> Result<Method, TargetError> {
    let text = text.trim();
    let is_word = (3..=16).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_uppercase());
    let is_usual = ["GET", "HEAD", "PUT", "PATCH", "CONNECT", "OPTIONS", "TRACE"].contains(&text);
    let refused = || TargetError::Method(text.to_owned());
    if is_word && !is_usual {
        Method::from_bytes(text.as_bytes()).map_err(|_| refused())
    } else {
        Err(refused())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::purge::{Purge, PurgeSettings};

    const SECRET: &str = "lång nog och hemlig";

    fn cache(address: &str) -> Result<Target, TargetError> {
        Target::cache(address, method("PURGE").unwrap())
    }

    #[test]
    fn addresses_are_read() {
        let target = cache("http://10.0.0.2:6081/").unwrap();
        assert_eq!(
            (target.name(), &*target.host, target.port, &*target.path),
            ("10.0.0.2:6081", "10.0.0.2", 6081, "/")
        );
        let target = cache("http://varnish/*?nyckel=1#x").unwrap();
        assert_eq!((target.name(), target.port, &*target.path), ("varnish", 80, "/*?nyckel=1"));
        let target = cache("http://[::1]:6081").unwrap();
        assert_eq!((target.name(), &*target.host, &*target.path), ("[::1]:6081", "::1", "/"));
        let target = Target::webhook("https://exempel.se/tom", Some(SECRET)).unwrap();
        assert!(target.port == 443 && target.tls.is_some());
    }

    #[test]
    fn what_is_no_address_is_refused_without_being_repeated() {
        for address in
            ["10.0.0.2:6081", "ftp://10.0.0.2/", "http://", "http://namn:hemligt@10.0.0.2/", "http://a b/"]
        {
            assert_eq!(cache(address).unwrap_err(), TargetError::Cache, "{address}");
        }
        for secret in [None, Some(""), Some("kort"), Some("whsec_a2ort")] {
            assert_eq!(
                Target::webhook("http://127.0.0.1/", secret).unwrap_err(),
                TargetError::Secret,
                "{secret:?}"
            );
        }
        let unreadable = Target::webhook("exempel.se/hemligt", Some(SECRET)).unwrap_err();
        assert!(unreadable == TargetError::Webhook && !unreadable.to_string().contains("hemligt"));
        let shown = format!("{:?}", Target::webhook("http://127.0.0.1/", Some(SECRET)).unwrap());
        assert!(!shown.contains(SECRET), "{shown}");
    }

    #[test]
    fn a_method_is_one_of_caches() {
        for text in ["PURGE", " BAN ", "PURGEALL", "POST", "DELETE"] {
            assert_eq!(method(text).unwrap().as_str(), text.trim());
        }
        for text in ["", "purge", "GET", "PUR GE", "PURGE\r\nX: 1", "CONNECT"] {
            assert!(method(text).is_err(), "{text}");
        }
    }

    #[test]
    fn lists_are_separated_by_commas_or_spaces_and_bounded() {
        let read = |caches: &str| {
            Purge::read(PurgeSettings { caches, method: "BAN", webhooks: "", secret: None })
                .map(|purge| purge.0.iter().map(|target| target.name().to_owned()).collect::<Vec<_>>())
        };
        assert_eq!(read(" http://a:1/, http://b:1/ http://c:1/,").unwrap(), ["a:1", "b:1", "c:1"]);
        assert!(read("").unwrap().is_empty());
        assert_eq!(read(&"http://a:1/,".repeat(17)), Err(TargetError::TooMany));
    }
}
