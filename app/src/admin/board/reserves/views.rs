//! What the reserves look like.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::act::Act;
use super::api::ChangeReserves;
use crate::admin::board::views::way_to_day;
use crate::admin::post_kinds::kind_in_words;
use crate::board::LooseText;
use crate::ids::EditionId;
use crate::paths;
use crate::posts::PostKind;
use crate::reserves::{Filling, Reserve, Reserves};
use crate::staff::Role;
use crate::ui::IdempotencyKey;

/// The list, its switch, and the doors that it has filled. `loose` is what may be added.
pub(in crate::admin::board) fn section(
    edition: EditionId,
    reserves: &Reserves,
    loose: &[LooseText],
    role: Role,
) -> impl IntoView + use<> {
    let decides = role >= Role::Editor;
    let state = if reserves.is_on { "Reserverna är på." } else { "Reserverna är av." };
    let count = reserves.list.len();
    let rows: Vec<_> = (1_usize..)
        .zip(&reserves.list)
        .map(|(place, reserve)| row(edition, reserve, (place, count), role))
        .collect();
    view! {
        <section class="reserves" aria-labelledby="reserves" data-drop=decides>
            <h2 id="reserves">"Reserver"</h2>
            <p class="hint">
                "En lucka utan publicerad text fylls med den första reserven just när den öppnas. Det står i loggen och på \
                 skrivbordet."
            </p>
            <p><b>{state}</b></p>
            {decides.then(|| switch(edition, reserves.is_on))}
            {if rows.is_empty() {
                view! { <p class="quiet">"Inga texter är reserver."</p> }.into_any()
            } else {
                view! { <ol>{rows}</ol> }.into_any()
            }}
            {decides.then(|| add(edition, loose))}
            {filled(&reserves.filled)}
        </section>
    }
}

fn switch(edition: EditionId, is_on: bool) -> impl IntoView {
    let (act, words) =
        if is_on { (Act::Off, "Slå av reserverna") } else { (Act::On, "Slå på reserverna") };
    view! {
        <form method="post" action=ChangeReserves::url()>
            <IdempotencyKey/>
            <input type="hidden" name="edition" value=edition/>
            <button class="button plain" name="act" value=act.as_str()>{words}</button>
        </form>
    }
}

fn row(
    edition: EditionId,
    reserve: &Reserve,
    (place, count): (usize, usize),
    role: Role,
) -> impl IntoView + use<> {
    let (writes, decides) = (role >= Role::Writer, role >= Role::Editor);
    let way = if writes { paths::edit_post(reserve.post) } else { paths::preview_of_text(reserve.post) };
    let unfit = reserve.unfit.as_ref().map(|unfit| {
        view! { <p class="unfit">{format!("Hoppas över. {unfit}")}</p> }
    });
    view! {
        <li data-text=reserve.post data-reserve=place data-movable=writes>
            <div>
                <a href=way lang=reserve.language.lang() dir="auto">{reserve.title.clone()}</a>
                <p class="quiet">{kind_in_words(PostKind::Guldkorn, reserve.form)}</p>
                {unfit}
                {writes.then(|| view! { <p>{way_to_day(edition, reserve.post, &reserve.title)}</p> })}
            </div>
            {decides.then(|| order(edition, reserve, (place, count)))}
        </li>
    }
}

/// The buttons of a reserve. The first one is pressed by Enter in the field.
fn order(edition: EditionId, reserve: &Reserve, (place, count): (usize, usize)) -> impl IntoView + use<> {
    let button = |act: Act, words: &'static str| {
        let label = format!("{words}: ”{}”", reserve.title);
        view! { <button class="button plain" name="act" value=act.as_str() aria-label=label>{words}</button> }
    };
    let id = format!("reserve-{}", reserve.post);
    let several = count > 1;
    view! {
        <form class="order" method="post" action=ChangeReserves::url()>
            <IdempotencyKey/>
            <input type="hidden" name="edition" value=edition/>
            <input type="hidden" name="post" value=reserve.post/>
            {several.then(|| view! {
                <label for=id.clone()>"Plats"</label>
                <input id=id name="place" type="number" inputmode="numeric" min="1" max=count value=place/>
                {button(Act::Place, "Flytta")}
            })}
            {(place > 1).then(|| button(Act::Up, "Upp"))}
            {(place < count).then(|| button(Act::Down, "Ner"))}
            {button(Act::Remove, "Ta bort")}
        </form>
    }
}

fn add(edition: EditionId, loose: &[LooseText]) -> Option<impl IntoView + use<>> {
    let options: Vec<_> = loose
        .iter()
        .filter(|text| text.reserve_of != Some(edition))
        .map(|text| view! { <option value=text.id>{text.title.clone()}</option> })
        .collect();
    (!options.is_empty()).then(|| {
        view! {
            <form method="post" action=ChangeReserves::url()>
                <IdempotencyKey/>
                <input type="hidden" name="edition" value=edition/>
                <div class="field">
                    <label for="new-reserve">"Text utan dag"</label>
                    <select id="new-reserve" name="post">{options}</select>
                </div>
                <p class="hint" id="reserve-hint">
                    "Du bestämmer samtidigt att texten får publiceras som den är sparad nu. En känslig text kan inte vara reserv."
                </p>
                <button class="button plain" name="act" value=Act::Add.as_str() aria-describedby="reserve-hint">
                    "Gör till reserv"
                </button>
            </form>
        }
    })
}

fn filled(filled: &[Filling]) -> Option<impl IntoView + use<>> {
    let rows: Vec<_> = filled
        .iter()
        .map(|filling| {
            let way = paths::board_day(filling.edition, filling.day);
            view! { <li><a href=way>{format!("Dag {}", filling.day)}</a></li> }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <div class="filled">
                <h3>"Fyllda med en reserv"</h3>
                <ul>{rows}</ul>
            </div>
        }
    })
}
