//! The message that says that the content has changed, signed as Standard Webhooks asks for it
//! (<https://www.standardwebhooks.com>): whoever receives it finds a library that checks it.

use data_encoding::BASE64;
use hmac::{Hmac, KeyInit as _, Mac as _};
use http::HeaderValue;
use sha2::Sha256;

/// The fewest bytes that nobody guesses.
const SHORTEST: usize = 16;
/// How the specification writes a secret: the rest is its bytes in base64.
const PREFIX: &str = "whsec_";

/// What messages are signed with.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Secret(Vec<u8>);

/// A message, ready to be sent.
#[derive(Debug)]
pub(super) struct Signed {
    /// The same for each attempt to tell the same, so that a receiver can leave out what it knows.
    pub(super) id: HeaderValue,
    /// Seconds since 1970, by which a receiver refuses what is old.
    pub(super) timestamp: HeaderValue,
    pub(super) signature: HeaderValue,
    pub(super) body: String,
}

impl Secret {
    /// Reads a secret; `None` when it is too short to be one.
    pub(super) fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let bytes = match text.strip_prefix(PREFIX) {
            Some(encoded) => BASE64.decode(encoded.as_bytes()).ok()?,
            None => text.as_bytes().to_vec(),
        };
        (bytes.len() >= SHORTEST).then_some(Self(bytes))
    }

    /// Makes and signs the message; `None` when the id cannot be sent in a header.
    pub(super) fn sign(&self, id: &str, seconds: i64, body: String) -> Option<Signed> {
        let mut hmac = Hmac::<Sha256>::new_from_slice(&self.0).ok()?;
        hmac.update(format!("{id}.{seconds}.{body}").as_bytes());
        let signature = format!("v1,{}", BASE64.encode(&hmac.finalize().into_bytes()));
        Some(Signed {
            id: HeaderValue::from_str(id).ok()?,
            timestamp: seconds.into(),
            signature: HeaderValue::from_str(&signature).ok()?,
            body,
        })
    }
}

/// Returns the body: that everything of the site may have changed, and when.
pub(super) fn body(site: &str, at: jiff::Timestamp) -> String {
    serde_json::json!({ "type": "content.changed", "timestamp": at.to_string(), "data": { "site": site } })
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the specification's own libraries.
    #[test]
    fn signatures_are_those_of_the_specification() {
        let secret = Secret::read("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").unwrap();
        let signed = secret
            .sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, r#"{"test": 2432232314}"#.into())
            .unwrap();
        assert_eq!(signed.signature, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assert_eq!(
            (signed.timestamp, signed.id),
            ("1614265330".parse().unwrap(), "msg_p5jXN8AQM9LWM0D4loKWxJek".parse().unwrap())
        );
    }

    #[test]
    fn another_secret_time_or_body_has_another_signature() {
        let sign = |secret: &str, seconds, body: &str| {
            Secret::read(secret).unwrap().sign("msg_1", seconds, body.into()).unwrap().signature
        };
        let signature = sign("en lång hemlighet", 1, "{}");
        assert_ne!(sign("en annan hemlighet", 1, "{}"), signature);
        assert_ne!(sign("en lång hemlighet", 2, "{}"), signature);
        assert_ne!(sign("en lång hemlighet", 1, "[]"), signature);
    }

    #[test]
    fn the_message_names_the_site_and_nothing_of_its_content() {
        let at = "2026-12-07T07:00:00Z".parse().unwrap();
        assert_eq!(
            body("https://mia.example", at),
            r#"{"data":{"site":"https://mia.example"},"timestamp":"2026-12-07T07:00:00Z","type":"content.changed"}"#
        );
    }
}
