//! What a file leaves to decide.

use leptos::prelude::*;

use crate::admin::form_field::form_field;
use crate::moving_in::{MoveIn, OpenChoices};
use crate::paths;

/// Shows what there is to decide, with the button for another dry run; nothing when there is nothing.
pub(super) fn choices(shown: &MoveIn) -> Option<impl IntoView + use<>> {
    let open = OpenChoices::of(shown.report.as_ref(), &shown.failure, &shown.choices);
    if open.is_empty() {
        return None;
    }
    let chosen = &shown.choices;
    let ticked = |is_ticked: bool| if is_ticked { "ja" } else { "" };
    let types = open.types.iter().enumerate().map(|(at, own)| {
        let becomes = chosen.type_becomes(own);
        let value = if becomes.is_empty() { String::new() } else { format!("{own}={becomes}") };
        form_field(format!("type-{at}"), "type", format!("Det som heter ”{own}”"))
            .hint("En egen typ av innehåll på den gamla webbplatsen.")
            .value(value)
            .choice([
                (String::new(), "Ta inte med"),
                (format!("{own}=article"), "Blir inlägg"),
                (format!("{own}=page"), "Blir sidor"),
            ])
    });
    let types = types.collect_view();
    Some(view! {
        <section aria-labelledby="val">
            <h2 id="val">"Det här kan du välja"</h2>
            <form class="long" method="post" action=paths::move_in_act(shown.id, "provkor")>
                <input type="hidden" name="choices" value="ja"/>
                {types}
                {open.trash.then(|| {
                    form_field("trash", "trash", "Ta med det som låg i papperskorgen")
                        .hint("Det blir utkast.")
                        .value(ticked(chosen.trash))
                        .tick("ja")
                })}
                {open.incomplete.then(|| {
                    form_field("incomplete", "incomplete", "Ta med det som är helt ur den avklippta filen")
                        .hint("Resten finns inte i filen. Exportera hellre igen, om den gamla webbplatsen finns kvar.")
                        .value(ticked(chosen.incomplete))
                        .tick("ja")
                })}
                <button class="button plain">"Provkör igen med det här"</button>
            </form>
        </section>
    })
}
