//! How a difference is shown.

use leptos::prelude::*;

use super::rows::{LONGEST, Row, fold, word_count};
use super::words::{Kind, Piece};

/// Two versions of a text, beside each other where there is room. What is the same is told once.
#[component]
pub fn DifferenceView(
    /// What differs, and what is the same.
    rows: Vec<Row>,
) -> impl IntoView {
    if rows.iter().all(|row| matches!(row, Row::Same(_))) {
        return view! { <p class="quiet">"Ingen skillnad."</p> }.into_any();
    }
    let rows = rows.into_iter().map(row).collect_view();
    view! {
        <div class="difference">
            <p class="difference-heads" aria-hidden="true"><span>"Före"</span><span>"Efter"</span></p>
            {rows}
        </div>
    }
    .into_any()
}

fn row(row: Row) -> AnyView {
    match row {
        Row::Same(text) if text.trim().is_empty() => ().into_any(),
        Row::Same(text) => view! { <div class="difference-same">{same(text)}</div> }.into_any(),
        Row::Changed(line) => view! {
            <div class="difference-row">
                <div class="difference-side"><p class="difference-label">"Före"</p>{side(&line, Kind::Removed)}</div>
                <div class="difference-side"><p class="difference-label">"Efter"</p>{side(&line, Kind::Added)}</div>
            </div>
        }
        .into_any(),
    }
}

fn same(text: String) -> AnyView {
    let text = text.trim_matches('\n');
    if word_count(text) > LONGEST { folded(text) } else { text.to_owned().into_any() }
}

fn folded(text: &str) -> AnyView {
    let words = word_count(text);
    view! {
        <details>
            <summary>{format!("… {words} ord oförändrade …")}</summary>
            {text.trim().to_owned()}
        </details>
    }
    .into_any()
}

/// One version of a line. `own` is what only this version has.
fn side(line: &[Piece], own: Kind) -> AnyView {
    let mine: Vec<&Piece> =
        line.iter().filter(|piece| piece.kind == own || piece.kind == Kind::Same).collect();
    if mine.iter().all(|piece| piece.text.trim().is_empty()) && !mine.iter().any(|piece| piece.kind == own) {
        return view! { <p class="quiet">"Ingenting"</p> }.into_any();
    }
    let last = mine.len() - 1;
    mine.into_iter()
        .enumerate()
        .map(|(place, piece)| match piece.kind {
            Kind::Same => match fold(&piece.text, place == 0, place == last) {
                Some([head, middle, tail]) => {
                    view! { {head.to_owned()} {folded(middle)} {tail.to_owned()} }.into_any()
                }
                None => piece.text.clone().into_any(),
            },
            Kind::Removed => view! {
                <del>{hidden_words("Borttaget: ")}{piece.text.clone()}{hidden_words(" Slut på borttaget. ")}</del>
            }
            .into_any(),
            Kind::Added => view! {
                <ins>{hidden_words("Tillagt: ")}{piece.text.clone()}{hidden_words(" Slut på tillagt. ")}</ins>
            }
            .into_any(),
        })
        .collect_view()
        .into_any()
}

/// Browsers show what was removed and added, but few read it out.
fn hidden_words(words: &'static str) -> impl IntoView {
    view! { <span class="visually-hidden">{words}</span> }
}

#[cfg(test)]
mod tests {
    use super::super::by_words;
    use super::super::rows::rows;
    use super::*;
    use crate::ui::render_to_string;

    fn shown(before: &str, after: &str) -> String {
        let rows = rows(&by_words(before, after));
        let html = render_to_string(view! { <DifferenceView rows /> });
        html.replace("<!---->", "")
    }

    #[test]
    fn what_was_removed_and_added_is_marked_and_said() {
        let html = shown("Ett två.\nLika.", "Ett tre.\nLika.");
        assert!(html.contains("<del><span class=\"visually-hidden\">Borttaget: </span>två<span"), "{html}");
        assert!(html.contains("<ins><span class=\"visually-hidden\">Tillagt: </span>tre<span"), "{html}");
        assert_eq!(html.matches("Lika.").count(), 1, "{html}");
    }

    #[test]
    fn a_long_stretch_is_folded() {
        let long = "ord ".repeat(60);
        let html = shown(&format!("{long}\nEtt."), &format!("{long}\nTvå."));
        assert!(html.contains("<summary>… 60 ord oförändrade …</summary>"), "{html}");
        let html = shown(&format!("{long} ett {long} ett"), &format!("{long} två {long} tre"));
        assert_eq!(html.matches("<summary>… 45 ord oförändrade …").count(), 2, "{html}");
        assert_eq!(html.matches("<summary>… 30 ord oförändrade …").count(), 2, "{html}");
    }

    #[test]
    fn a_side_without_anything_says_so() {
        assert!(shown("", "Nytt.").contains("Ingenting"));
        assert!(shown("Lika", "Lika").contains("Ingen skillnad"));
    }

    #[test]
    fn markup_is_text() {
        let html = shown("<script>alert(1)</script>", "<b>\"&\n</textarea>");
        assert!(!html.contains("<script") && !html.contains("<b>") && !html.contains("</textarea"), "{html}");
    }
}
