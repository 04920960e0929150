//! Whom to call.

use leptos::prelude::*;

/// A number to call for help. Which ones, and that they still hold, the staff keep in the settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpNumber {
    /// Who answers.
    pub name: String,
    /// The number as one reads it.
    pub number: String,
    /// When they answer; may be empty.
    pub hours: String,
    /// What else a caller should know; may be empty.
    pub note: String,
}

impl HelpNumber {
    fn link(&self) -> String {
        format!("tel:{}", self.number.chars().filter(char::is_ascii_digit).collect::<String>())
    }

    fn words(&self) -> String {
        [&self.name, &self.hours, &self.note]
            .into_iter()
            .filter(|part| !part.is_empty())
            .map(|part| part.trim_end_matches('.'))
            .collect::<Vec<_>>()
            .join(". ")
            + "."
    }
}

/// The box under every sensitive text. Shows nothing when there is no number to show.
#[component]
pub fn HelpBox(
    /// Whom to call.
    numbers: Vec<HelpNumber>,
) -> impl IntoView {
    (!numbers.is_empty()).then(|| {
        let rows = numbers.into_iter().map(|number| {
            view! {
                <dt><a href=number.link()>{number.number.clone()}</a></dt>
                <dd>{number.words()}</dd>
            }
        });
        view! {
            <aside class="help" aria-labelledby="hjalp">
                <h2 id="hjalp">"Vill du prata med någon?"</h2>
                <dl>{rows.collect_view()}</dl>
                <p class="quiet">
                    "Numret kan synas i telefonens samtalslista. "
                    <a href="/saker-surf">"Mer om säker surf"</a>
                </p>
            </aside>
        }
    })
}
