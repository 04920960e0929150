//! The letters that bring somebody a link for choosing a password.

use super::administration::Person;
use crate::error::AppError;
use crate::mail::{Letter, Posted};
use crate::site;
use crate::state::AppState;

/// Why somebody gets a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Occasion {
    /// An admin made it.
    MadeByAdmin,
    /// The person asked for it on the log-in page.
    Forgotten,
}

/// Sends a link to the person whom it is for.
pub(crate) async fn send(
    state: &AppState,
    person: &Person,
    path: &str,
    occasion: Occasion,
) -> Result<Posted, AppError> {
    if !state.mail.is_set_up() {
        return Ok(Posted::NoWay);
    }
    let settings = site::store::settings(state.db.reader()).await?;
    let house = House { name: settings.name, address: site::address(state).await? };
    Ok(state.mail.send(letter(&house, person, path, occasion)).await)
}

struct House {
    name: String,
    address: String,
}

fn letter(house: &House, person: &Person, path: &str, occasion: Occasion) -> Letter {
    let House { name: house, address } = house;
    let Person { name, email, .. } = person;
    let (subject, why, how_long, otherwise) = match occasion {
        Occasion::MadeByAdmin if !person.has_password => (
            format!("Ditt konto på {house}"),
            format!("Du har fått ett konto på {house}. Välj ett lösenord här:"),
            "sju dagar",
            "Väntade du dig inte det här brevet behöver du inte göra något.",
        ),
        Occasion::MadeByAdmin => (
            format!("Välj ett nytt lösenord på {house}"),
            format!("Du har fått en länk för att välja ett nytt lösenord på {house}:"),
            "sju dagar",
            "Till dess gäller ditt gamla lösenord. Vill du behålla det behöver du inte göra något.",
        ),
        Occasion::Forgotten => (
            format!("Välj ett nytt lösenord på {house}"),
            format!(
                "Någon har skrivit din adress under ”Har du glömt lösenordet?” på {house}. Var det du? \
                Välj ett nytt lösenord här:"
            ),
            "en timme",
            "Var det inte du behöver du inte göra något. Ditt lösenord gäller som förut.",
        ),
    };
    let text = format!(
        "Hej {name}!\n\n{why}\n\n{address}{path}\n\nLänken går att använda en gång, inom {how_long}. Skicka den inte \
        vidare. Du loggar in med adressen {email}.\n\n{otherwise}\n\n{house}\n{address}\n"
    );
    Letter { to: email.clone(), subject, text, sender: house.clone() }
}
