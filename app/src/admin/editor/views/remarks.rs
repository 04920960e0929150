//! What there is to correct in a post: first what is missing before it can be published, then advice.

use leptos::prelude::*;

use crate::posts::checks::{Field, Readability, Remark, Review};

/// The remarks of a review.
pub(in crate::admin::editor) fn remarks(review: &Review) -> impl IntoView + use<> {
    view! {
        {review.readability.as_ref().map(readable)}
        {list("Saknas innan texten kan publiceras", &review.missing)}
        {list("Råd", &review.advice)}
        {review.is_clean().then(|| view! { <p class="quiet">"Inget att anmärka på."</p> })}
    }
}

fn readable(readability: &Readability) -> impl IntoView + use<> {
    let Readability { lix, words, .. } = readability;
    let advice = readability.is_hard().then(|| {
        let sentence = "Dela långa meningar och byt ut långa ord där det går.";
        view! { ". " <a href=format!("#{}", Field::Body.as_str())>{sentence}</a> }
    });
    view! {
        <p>
            "Texten är " <b>{format!("{words} att läsa")}</b> {format!(" (LIX {lix})")} {advice}
        </p>
    }
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
