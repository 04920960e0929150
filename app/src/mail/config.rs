//! Reads the mail server and the sender from the site's configuration.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use lettre::message::Mailbox;
use url::Url;

use super::{Mail, Mailer, PATIENCE, TIMEOUT, Transport};

/// Why a configuration is refused, and what to write instead. Never repeats the server's address: the password stands in
/// it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MailConfigError {
    /// There is a server without a sender, or the other way round.
    #[error(
        "för att skicka e-post behövs både servern (GULDKORN_SMTP_URL) och avsändaren (GULDKORN_MAIL_FROM): \
        ange båda eller ingen"
    )]
    Half,
    /// The server's address cannot be one.
    #[error(
        "e-postserverns adress i GULDKORN_SMTP_URL går inte att läsa: skriv den som \
        smtps://namn:lösenord@server:465, med andra tecken än bokstäver och siffror procentkodade i lösenordet"
    )]
    Server,
    /// The connection would not be encrypted: anybody on the way could read the links.
    #[error(
        "e-postservern i GULDKORN_SMTP_URL skulle få länkarna okrypterat: börja adressen med smtps:// \
        eller sluta den med ?tls=required"
    )]
    Open,
    /// The sender cannot be one.
    #[error(
        "avsändaren \"{0}\" i GULDKORN_MAIL_FROM går inte att läsa: skriv den som \"MIA Vidare <noreply@exempel.se>\""
    )]
    Sender(String),
}

impl Mail {
    /// Configures sending through a mail server.
    ///
    /// # Errors
    /// See [`MailConfigError`].
    pub fn through(server: &str, from: &str) -> Result<Self, MailConfigError> {
        Self::through_with_patience(server, from, PATIENCE)
    }

    /// The same, where a request waits for a letter's outcome for another time: what a test expects must not depend on how
    /// fast its machine is.
    ///
    /// # Errors
    /// See [`MailConfigError`].
    pub fn through_with_patience(
        server: &str,
        from: &str,
        patience: Duration,
    ) -> Result<Self, MailConfigError> {
        let from: Mailbox = from.trim().parse().map_err(|_| MailConfigError::Sender(from.to_owned()))?;
        let server = Url::parse(server.trim()).map_err(|_| MailConfigError::Server)?;
        validate(&server)?;
        let transport = Transport::from_url(server.as_str()).map_err(|_| MailConfigError::Server)?;
        let transport = transport.timeout(Some(TIMEOUT)).build();
        Ok(Self(Some(Arc::new(Mailer { transport, from, patience }))))
    }
}

fn validate(server: &Url) -> Result<(), MailConfigError> {
    let has_half_the_credentials = server.username().is_empty() != server.password().is_none();
    let host = server.host_str().filter(|host| !host.is_empty()).ok_or(MailConfigError::Server)?;
    if has_half_the_credentials || !matches!(server.scheme(), "smtp" | "smtps") {
        return Err(MailConfigError::Server);
    }
    // Optional encryption is none: somebody on the way can suppress it.
    let is_encrypted = server.scheme() == "smtps"
        || server.query_pairs().any(|pair| pair == ("tls".into(), "required".into()));
    if is_encrypted || is_this_machine(host) { Ok(()) } else { Err(MailConfigError::Open) }
}

fn is_this_machine(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    host == "localhost" || address.is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FROM: &str = "MIA Vidare <noreply@exempel.se>";

    fn refusal(server: &str, from: &str) -> Option<MailConfigError> {
        Mail::through(server, from).err()
    }

    #[tokio::test]
    async fn servers_are_reached_encrypted_or_on_the_machine_itself() {
        for server in [
            "smtps://mia:hemligt@post.exempel.se:465",
            "smtps://mia%40exempel.se:a%2Fb@post.exempel.se",
            "smtp://mia:hemligt@post.exempel.se:587?tls=required",
            "smtp://localhost",
            "smtp://127.0.0.1:2525",
            "smtp://[::1]:2525",
        ] {
            assert_eq!(refusal(server, FROM), None, "{server}");
        }
        for server in [
            "smtp://post.exempel.se",
            "smtp://mia:hemligt@post.exempel.se:587?tls=opportunistic",
            "smtp://localhost.exempel.se",
            "smtp://10.0.0.1",
        ] {
            assert_eq!(refusal(server, FROM), Some(MailConfigError::Open), "{server}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_refused_without_the_password() {
        for server in [
            "",
            "post.exempel.se",
            "https://mia:hemligt@post.exempel.se",
            "smtps://",
            "smtps://mia@post.exempel.se",
            "smtps://:hemligt@post.exempel.se",
            "smtps://mia:hemligt@post.exempel.se:port",
            "smtp://localhost?tls=nej",
        ] {
            let refusal = refusal(server, FROM).expect(server);
            assert_eq!(refusal, MailConfigError::Server, "{server}");
            assert!(!refusal.to_string().contains("hemligt"));
        }
        for from in ["", "MIA", "MIA <>", "a@exempel.se\r\nBcc: b@exempel.se", "a@exempel.se, b@exempel.se"] {
            let refusal = refusal("smtp://localhost", from).expect(from);
            assert!(matches!(refusal, MailConfigError::Sender(_)), "{from}");
        }
    }
}
