//! Texts without a day, beside the days.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::Page;
use super::text::way;
use crate::admin::board::api::FillDays;
use crate::admin::post_kinds::kind_in_words;
use crate::board::{BoardDay, Distance, LooseText};
use crate::calendar::editing::day_list;
use crate::ids::EditionId;
use crate::paths;
use crate::posts::{PostKind, PostState};
use crate::staff::Role;
use crate::ui::IdempotencyKey;

/// The texts, and the form that puts several on the empty days at once.
pub(super) fn section(page: &Page<'_>) -> impl IntoView + use<> {
    // The edition's own reserves have a list of their own, and can be put on a day all the same.
    let edition = page.board.edition.id;
    let loose: Vec<_> = page.board.loose.iter().filter(|text| text.reserve_of != Some(edition)).collect();
    let is_empty = |day: &&BoardDay| day.seen().is_none() && day.distance != Distance::Past;
    let empty: Vec<u16> = page.board.days.iter().filter(is_empty).map(|day| day.day.number).collect();
    let fills = page.role >= Role::Writer && !empty.is_empty() && !loose.is_empty();
    let rows = loose.iter().map(|text| row(edition, text, page.role >= Role::Writer, fills)).collect_view();
    let list = view! { <ul class="loose-texts">{rows}</ul> };
    let form = if fills {
        let days: Vec<_> = empty.iter().map(u16::to_string).collect();
        let hint = format!("De valda läggs i den här ordningen på de tomma dagarna: {}.", day_list(&empty));
        view! {
            <form method="post" action=FillDays::url()>
                <IdempotencyKey/>
                <input type="hidden" name="edition" value=page.board.edition.id/>
                <input type="hidden" name="days" value=days.join(",")/>
                {list}
                <p class="hint" id="fill-hint">{hint}</p>
                <button class="button" aria-describedby="fill-hint">"Lägg de valda på tomma dagar"</button>
            </form>
        }
        .into_any()
    } else {
        list.into_any()
    };
    view! {
        <section class="loose" aria-labelledby="loose">
            <h2 id="loose">"Texter utan dag"</h2>
            {loose.is_empty().then(|| view! { <p class="quiet">"Alla guldkorn som inte är publicerade har en dag."</p> })}
            {form}
        </section>
    }
}

fn row(edition: EditionId, text: &LooseText, writes: bool, fills: bool) -> impl IntoView + use<> {
    let state = if text.state == PostState::Ready { "klar" } else { "utkast" };
    let elsewhere = text.reserve_of.map(|_| " · reserv i en annan kalender");
    let by = (!text.writer.is_empty()).then(|| format!(" · {}", text.writer));
    let kind = kind_in_words(PostKind::Guldkorn, text.form);
    let address = if writes { paths::edit_post(text.id) } else { paths::preview_of_text(text.id) };
    let label = format!("Välj {}", text.title);
    let box_ =
        fills.then(|| view! { <input type="checkbox" name="posts[]" value=text.id aria-label=label/> });
    view! {
        <li data-text=text.id data-movable=writes>
            {box_}
            <div>
                <a href=address lang=text.language.lang() dir="auto">{text.title.clone()}</a>
                <p class="quiet">{kind} " · " {state} {elsewhere} {by}</p>
                {writes.then(|| view! { <p>{way(edition, text.id, &text.title)}</p> })}
            </div>
        </li>
    }
}
