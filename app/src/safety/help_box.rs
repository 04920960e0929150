//! The box under a sensitive post.

use leptos::prelude::*;

use super::{Help, HelpNumber};
use crate::language::Language;
use crate::paths;

impl HelpNumber {
    fn tel_link(&self) -> String {
        format!("tel:{}", self.number.chars().filter(char::is_ascii_digit).collect::<String>())
    }
}

/// Shows a number as a row that can be pressed all over, in which times and prices keep together.
fn row(number: HelpNumber) -> impl IntoView {
    let tel_link = number.tel_link();
    let HelpNumber { name, number, hours, cost, note } = number;
    let facts = [hours, cost].into_iter().filter(|fact| !fact.is_empty());
    let facts = facts.map(|fact| view! { <span>{fact}</span> " " }).collect_view();
    view! {
        <li>
            <a href=tel_link><b>{number}</b> " " <span>{name}</span></a>
            <p class="facts">{facts}</p>
            {(!note.is_empty()).then(|| view! { <p class="note">{note}</p> })}
        </li>
    }
}

/// Shows help numbers under a sensitive post, and marks the page with `data-sensitive`, by which the style sheet shows
/// the quick exit. Shows nothing under other posts.
#[component]
pub fn HelpBox(
    /// The help, if the post is sensitive.
    help: Option<Help>,
    /// The language of the post.
    language: Language,
    /// Whether the page is the one about safe surfing, which needs no link to itself.
    #[prop(optional)]
    on_safe_surfing: bool,
) -> impl IntoView {
    help.map(|Help { numbers, checked }| {
        let is_empty = numbers.is_empty();
        let beside = language.beside();
        let rows = numbers.into_iter().map(row).collect_view();
        view! {
            <div data-sensitive="">
                {(!is_empty).then(|| view! {
                    <aside class="help" aria-labelledby="hjalp">
                        <h2 id="hjalp" lang=beside.lang()>{beside.say("Vill du prata med någon?", "Do you want to talk to somebody?")}</h2>
                        <ul class="numbers">{rows}</ul>
                        <p class="quiet">
                            {checked}
                            " "
                            <span lang=beside.lang()>
                                {beside.say(
                                    "Numret kan synas i telefonens samtalslista. ",
                                    "The number may show in the phone's list of calls. ",
                                )}
                                {(!on_safe_surfing).then(|| view! {
                                    <a href=paths::SAFE_SURFING>{beside.say("Så surfar du säkert", "How to browse safely")}</a>
                                })}
                            </span>
                        </p>
                    </aside>
                })}
            </div>
        }
    })
}
