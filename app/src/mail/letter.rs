//! A letter, and the message that is sent.

use lettre::Address;
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue, MIME_VERSION_1_0};
use lettre::message::{Mailbox, Message};

const LONGEST_LINE: usize = 150;

/// Plain text for one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The recipient's address.
    pub to: String,
    /// The subject line.
    pub subject: String,
    /// The body.
    pub text: String,
    /// The sender's name, where the configured sender has none.
    pub sender: String,
}

impl Letter {
    /// Builds the message; `None` when the address cannot be one. `way_out` is the address that ends a series of letters.
    pub(super) fn message(&self, from: &Mailbox, way_out: Option<&str>) -> Option<Message> {
        let name = from.name.clone().unwrap_or_else(|| one_line(&self.sender));
        let from = Mailbox::new(Some(name).filter(|name| !name.is_empty()), from.email.clone());
        // Without a domain of ours the library would say "localhost", which looks like junk.
        let id = format!("<{:016x}{:016x}@{}>", random()?, random()?, from.email.domain());
        let mut message = Message::builder()
            .message_id(Some(id))
            .from(from)
            .to(Mailbox::new(None, parse_address(&self.to)?))
            .subject(one_line(&self.subject))
            .header(AutoSubmitted)
            .header(MIME_VERSION_1_0)
            .header(ContentType::TEXT_PLAIN);
        if let Some(way_out) = way_out {
            message = message.header(ListUnsubscribe(format!("<{}>", one_line(way_out)))).header(OneClick);
        }
        message.body(self.text.clone()).ok()
    }
}

/// Parses an address and encodes its domain, since not every mail server takes other letters than a to z (RFC 6531).
fn parse_address(text: &str) -> Option<Address> {
    let (local, domain) = text.rsplit_once('@')?;
    Address::new(local, idna::domain_to_ascii(domain).ok()?).ok()
}

fn random() -> Option<u64> {
    getrandom::u64().ok()
}

/// Makes text fit for a header: one line without control characters, not too long.
fn one_line(text: &str) -> String {
    let line: String =
        text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(LONGEST_LINE).collect();
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The header that says that no human wrote it, so that no machine answers (RFC 3834).
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".into())
    }
}

/// The address that ends a series of letters (RFC 2369).
#[derive(Clone)]
struct ListUnsubscribe(String);

impl Header for ListUnsubscribe {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe")
    }

    fn parse(address: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self(address.to_owned()))
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), self.0.clone())
    }
}

/// The header that says that a POST to that address is enough (RFC 8058).
#[derive(Clone)]
struct OneClick;

impl Header for OneClick {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe-Post")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "List-Unsubscribe=One-Click".into())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn letter(to: &str, subject: &str, sender: &str) -> Letter {
        let text = "Hej Åsa!\n\nhttp://127.0.0.1:3000/admin/losenord/0123\n".to_owned();
        Letter { to: to.into(), subject: subject.into(), text, sender: sender.into() }
    }

    /// Returns the names of a letter's headers, sorted, and all headers as text.
    fn headers(letter: &Letter, from: &str) -> Option<(Vec<String>, String)> {
        let message = letter.message(&from.parse().expect("a sender"), None)?;
        let text = String::from_utf8(message.formatted()).expect("text");
        let head = text.split("\r\n\r\n").next().unwrap_or_default().to_owned();
        let mut names: Vec<_> = head
            .split("\r\n")
            .filter(|line| !line.starts_with([' ', '\t']))
            .map(|line| line.split(':').next().unwrap_or_default().to_owned())
            .collect();
        names.sort_unstable();
        Some((names, head))
    }

    const NAMES: [&str; 9] = [
        "Auto-Submitted",
        "Content-Transfer-Encoding",
        "Content-Type",
        "Date",
        "From",
        "MIME-Version",
        "Message-ID",
        "Subject",
        "To",
    ];

    #[test]
    fn headers_name_the_sender_and_say_that_a_machine_wrote() {
        let (names, head) = headers(&letter("bo@exempel.se", "Välj lösenord", "MIA"), "noreply@exempel.se")
            .expect("a letter");
        assert_eq!(names, NAMES);
        for line in [
            "From: MIA <noreply@exempel.se>",
            "To: bo@exempel.se",
            "Auto-Submitted: auto-generated",
            "Content-Type: text/plain; charset=utf-8",
        ] {
            assert!(head.contains(line), "{line} in {head}");
        }
    }

    #[test]
    fn the_configured_senders_name_goes_before_the_sites() {
        let (_, head) =
            headers(&letter("bo@exempel.se", "x", "Guldkorn"), "Redaktionen <noreply@exempel.se>")
                .expect("a letter");
        assert!(head.contains("From: Redaktionen <noreply@exempel.se>"), "{head}");
    }

    #[test]
    fn what_is_no_address_gets_no_letter() {
        for to in [
            "",
            "bo",
            "bo@exempel.se\r\nBcc: anna@exempel.se",
            "bo@exempel.se>, <anna@exempel.se",
            "a b@c.se",
        ] {
            assert!(headers(&letter(to, "x", "MIA"), "noreply@exempel.se").is_none(), "{to}");
        }
    }

    proptest! {
        #[test]
        fn nothing_that_is_typed_becomes_a_header(
            to in "\\PC{0,10}@[a-zåäö\r\n.,<>]{0,10}\\.se",
            subject in "(\\PC|\r|\n|\"|Bcc: a@b.se\r\n|å|\u{85}|\u{2028}){0,40}",
            sender in "(\\PC|\r|\n|\"|<|>|,|\r\nBcc: a@b.se|ö){0,40}",
        ) {
            for to in ["bo@exempel.se", &to] {
                if let Some((names, head)) = headers(&letter(to, &subject, &sender), "noreply@exempel.se") {
                    prop_assert_eq!(&names, &NAMES, "{}", head);
                }
            }
        }
    }
}
