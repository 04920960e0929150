//! What there is to mend in a text: first what is missing before it can be published, then advice.

use leptos::prelude::*;

use crate::error::AppError;
use crate::posts::checks::{self, Readability, Remark};
use crate::posts::{EditablePost, PostContent};
use crate::state::AppState;
use crate::ui::render_to_string;

/// The remarks, finished.
pub(in crate::admin::editor) async fn remarks(
    state: &AppState,
    work: &EditablePost,
    text: &PostContent,
) -> Result<String, AppError> {
    let around = checks::surroundings(state.db.reader(), work.id).await?;
    let missing = checks::missing(work.kind, text);
    let advice = checks::remarks(work.kind, text, &around);
    Ok(render_to_string(view! {
        {readable(checks::readability(text))}
        {list("Saknas innan texten kan publiceras", &missing)}
        {list("Råd", &advice)}
        {(missing.is_empty() && advice.is_empty()).then(|| view! { <p class="quiet">"Inget att anmärka på."</p> })}
    }))
}

fn readable(readability: Option<Readability>) -> Option<impl IntoView> {
    readability.map(|Readability { lix, words }| {
        view! {
            <p>
                "Texten är " <b>{format!("{words} att läsa")}</b> {format!(" (LIX {lix})")}
            </p>
        }
    })
}

fn list(heading: &'static str, remarks: &[Remark]) -> Option<AnyView> {
    (!remarks.is_empty()).then(|| {
        view! {
            <h3>{heading}</h3>
            <ul class="remarks">{remarks.iter().map(remark).collect_view()}</ul>
        }
        .into_any()
    })
}

/// A remark, with the way to the field that it is about.
pub(super) fn remark(remark: &Remark) -> impl IntoView + use<> {
    let passage = remark.passage.clone();
    view! {
        <li>
            {passage.map(|passage| view! { <q>{passage}</q> " " })}
            <a href=format!("#{}", remark.field.as_str())>{remark.sentence.clone()}</a>
        </li>
    }
}
