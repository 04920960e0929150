//! The chosen text without a day: on which one it is to lie.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::Page;
use crate::admin::board::api::PutOnDay;
use crate::admin::board::place;
use crate::admin::board::query::choose_day_for;
use crate::board::{BoardDay, Distance};
use crate::ids::{EditionId, PostId};
use crate::paths;
use crate::staff::Role;
use crate::ui::IdempotencyKey;

/// The link at a text that leads to its panel.
pub(in crate::admin::board) fn way(edition: EditionId, post: PostId, title: &str) -> impl IntoView + use<> {
    let address = format!("{}#vald", choose_day_for(edition, post));
    view! { <a href=address>"Lägg på dag …" <span class="visually-hidden">{format!(" ”{title}”")}</span></a> }
}

/// The panel; none while a day is chosen, or no text, or when whoever looks may not move it.
pub(super) fn section(page: &Page<'_>) -> Option<impl IntoView + use<>> {
    let chosen = page.query.post.filter(|_| page.query.day.is_none() && page.role >= Role::Writer)?;
    let text = page.board.loose.iter().find(|text| text.id == chosen)?;
    let lies = match text.reserve_of {
        Some(edition) if edition == page.board.edition.id => "Texten är en reserv.",
        Some(_) => "Texten är en reserv i en annan kalender.",
        None => "Texten har ingen dag.",
    };
    let next = page.board.days.iter().find(|day| is_next(day)).map(|day| day.day.number);
    let options: Vec<_> = page.board.days.iter().map(|day| option(day, next)).collect();
    let edition = page.board.edition.id;
    Some(view! {
        <section class="panel" aria-labelledby="vald">
            <h2 id="vald" tabindex="-1">"Lägg ”" <span lang=text.language.lang() dir="auto">{text.title.clone()}</span> "” på en dag"</h2>
            <p class="quiet">{lies}</p>
            <form method="post" action=PutOnDay::url()>
                <IdempotencyKey/>
                <input type="hidden" name="edition" value=edition/>
                <input type="hidden" name="post" value=text.id/>
                <div class="field">
                    <label for="on-day">"Dag"</label>
                    <p class="hint" id="on-day-hint">"Ligger det redan en text där får du välja vad som händer med den."</p>
                    <select id="on-day" name="day" aria-describedby="on-day-hint">
                        <option value="">"Välj dag"</option>
                        {options}
                    </select>
                </div>
                <button class="button">"Lägg den där"</button>
            </form>
            <p><a href=paths::board(edition)>"Stäng texten"</a></p>
        </section>
    })
}

/// Whether a day is one of those on which texts are wanted: nothing lies there, and its door is still to open.
fn is_next(day: &BoardDay) -> bool {
    day.seen().is_none() && day.distance != Distance::Past
}

/// A day, with what lies there; the next one that is empty is chosen beforehand.
fn option(shown: &BoardDay, next: Option<u16>) -> impl IntoView + use<> {
    let day = &shown.day;
    let there = day.hung.as_ref().filter(|hung| !hung.is_gone);
    let words = format!("{} – {} · {}", day.number, day.date, there.map_or("tom", |hung| &hung.title));
    let is_chosen = next == Some(day.number);
    view! { <option value=place::to_form(day.number, shown.seen()) selected=is_chosen>{words}</option> }
}
