//! The letters with a link for choosing a password.

use super::accounts::StaffAccount;
use crate::mail::{Delivery, Letter, Mail};

/// The site as letters name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SiteIdentity {
    pub(crate) name: String,
    /// How links to the site begin, such as `https://www.example.se`.
    pub(crate) address: String,
}

/// Why somebody gets a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Occasion {
    /// An admin made it.
    MadeByAdmin,
    /// The account's owner asked for it on the log-in page.
    Forgotten,
}

/// Sends a link to the account that it is for.
pub(crate) async fn send(
    mail: &Mail,
    site: &SiteIdentity,
    account: &StaffAccount,
    path: &str,
    occasion: Occasion,
) -> Delivery {
    mail.send(letter(site, account, path, occasion)).await
}

fn letter(site: &SiteIdentity, account: &StaffAccount, path: &str, occasion: Occasion) -> Letter {
    let SiteIdentity { name: site, address } = site;
    let StaffAccount { name, email, .. } = account;
    let (subject, why, how_long, otherwise) = match occasion {
        Occasion::MadeByAdmin if !account.has_password => (
            format!("Ditt konto på {site}"),
            format!("Du har fått ett konto på {site}. Välj ett lösenord här:"),
            "sju dagar",
            "Väntade du dig inte det här brevet behöver du inte göra något.",
        ),
        Occasion::MadeByAdmin => (
            format!("Välj ett nytt lösenord på {site}"),
            format!("Du har fått en länk för att välja ett nytt lösenord på {site}:"),
            "sju dagar",
            "Till dess gäller ditt gamla lösenord. Vill du behålla det behöver du inte göra något.",
        ),
        Occasion::Forgotten => (
            format!("Välj ett nytt lösenord på {site}"),
            format!(
                "Någon har skrivit din adress under ”Har du glömt lösenordet?” på {site}. Var det du? \
                Välj ett nytt lösenord här:"
            ),
            "en timme",
            "Var det inte du behöver du inte göra något. Ditt lösenord gäller som förut.",
        ),
    };
    let text = format!(
        "Hej {name}!\n\n{why}\n\n{address}{path}\n\nLänken går att använda en gång, inom {how_long}. Skicka den inte \
        vidare. Du loggar in med adressen {email}.\n\n{otherwise}\n\n{site}\n{address}\n"
    );
    Letter { to: email.clone(), subject, text, sender: site.clone() }
}
