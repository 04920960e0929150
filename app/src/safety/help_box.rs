//! The box under a sensitive post.

use leptos::prelude::*;

use super::{Help, HelpNumber};
use crate::paths;

impl HelpNumber {
    fn tel_link(&self) -> String {
        format!("tel:{}", self.number.chars().filter(char::is_ascii_digit).collect::<String>())
    }

    fn description(&self) -> String {
        [&self.name, &self.hours, &self.note]
            .into_iter()
            .filter(|part| !part.is_empty())
            .map(|part| part.trim_end_matches('.'))
            .collect::<Vec<_>>()
            .join(". ")
            + "."
    }
}

/// Shows help numbers under a sensitive post, and marks the page with `data-sensitive`, by which the style sheet shows
/// the quick exit. Shows nothing under other posts.
#[component]
pub fn HelpBox(
    /// The help, if the post is sensitive.
    help: Option<Help>,
    /// Whether the page is the one about safe surfing, which needs no link to itself.
    #[prop(optional)]
    on_safe_surfing: bool,
) -> impl IntoView {
    help.map(|Help { numbers, checked }| {
        let is_empty = numbers.is_empty();
        let rows = numbers.into_iter().map(|number| {
            view! {
                <dt><a href=number.tel_link()>{number.number.clone()}</a></dt>
                <dd>{number.description()}</dd>
            }
        });
        let rows = rows.collect_view();
        view! {
            <div data-sensitive="">
                {(!is_empty).then(|| view! {
                    <aside class="help" aria-labelledby="hjalp">
                        <h2 id="hjalp">"Vill du prata med någon?"</h2>
                        <dl>{rows}</dl>
                        <p class="quiet">
                            {checked}
                            " Numret kan synas i telefonens samtalslista. "
                            {(!on_safe_surfing).then(|| view! { <a href=paths::SAFE_SURFING>"Mer om säker surf"</a> })}
                        </p>
                    </aside>
                })}
            </div>
        }
    })
}
