//! The question what is to become of the text that lies where another one is to come.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::panel::needs_confirmation;
use super::{Page, sure_field};
use crate::admin::board::api::{MoveToDay, PutOnDay};
use crate::admin::board::place;
use crate::board::{BoardDay, WhenTaken};
use crate::paths;
use crate::staff::Role;
use crate::ui::IdempotencyKey;

/// The form that asks, if the address speaks of another text and something lies where it is to come.
pub(super) fn form(page: &Page<'_>, shown: &BoardDay) -> Option<AnyView> {
    if page.role < Role::Writer {
        return None;
    }
    match (page.query.to, page.query.post) {
        (Some(to), _) => about_move(page, shown, page.day(to)?),
        (None, Some(post)) => {
            let title = page.board.loose.iter().find(|text| text.id == post)?.title.clone();
            let there = title_on(shown)?;
            let hidden = view! {
                <input type="hidden" name="post" value=post/>
                <input type="hidden" name="day" value=place::to_form(shown.day.number, shown.seen())/>
            };
            let asks = format!("”{title}” ska till dag {}, där ”{there}” ligger.", shown.day.number);
            let ways = [WhenTaken::Push, WhenTaken::Aside];
            Some(question(page, shown, PutOnDay::url(), asks, &there, &ways, hidden.into_any()))
        }
        _ => None,
    }
}

fn about_move(page: &Page<'_>, shown: &BoardDay, to: &BoardDay) -> Option<AnyView> {
    let (title, there) = (title_on(shown)?, title_on(to)?);
    let hidden = view! {
        <input type="hidden" name="from" value=place::to_form(shown.day.number, shown.seen())/>
        <input type="hidden" name="to" value=place::to_form(to.day.number, to.seen())/>
        {(needs_confirmation(page, shown) || needs_confirmation(page, to)).then(|| sure_field("question-sure"))}
    };
    let asks = format!("”{title}” ska till dag {}, där ”{there}” ligger.", to.day.number);
    let ways = [WhenTaken::Swap, WhenTaken::Push, WhenTaken::Aside];
    Some(question(page, shown, MoveToDay::url(), asks, &there, &ways, hidden.into_any()))
}

fn question(
    page: &Page<'_>,
    shown: &BoardDay,
    action: &'static str,
    asks: String,
    there: &str,
    ways: &[WhenTaken],
    hidden: AnyView,
) -> AnyView {
    let to_reserves = (page.role >= Role::Editor).then_some(WhenTaken::Reserve);
    let buttons: Vec<_> = ways
        .iter()
        .chain(&to_reserves)
        .map(|way| {
            let words = match way {
                WhenTaken::Swap => format!("Byt plats med ”{there}”"),
                WhenTaken::Reserve => format!("Lägg ”{there}” bland reserverna"),
                WhenTaken::Push => format!("Skjut ”{there}” och resten framåt"),
                _ => format!("Lägg ”{there}” bland texterna utan dag"),
            };
            view! { <button class="button plain" name="when_taken" value=way.as_str()>{words}</button> }
        })
        .collect();
    let edition = page.board.edition.id;
    view! {
        <form class="question" method="post" action=action aria-labelledby="question">
            <IdempotencyKey/>
            <input type="hidden" name="edition" value=edition/>
            <p id="question"><b>{asks}</b> " Vad ska hända med den?"</p>
            {hidden}
            {buttons}
            <p class="hint">"Den som skjuts förbi sista dagen hamnar bland texterna utan dag. Allt kan ångras."</p>
            <p><a href=paths::board_day(edition, shown.day.number)>"Låt allt ligga"</a></p>
        </form>
    }
    .into_any()
}

fn title_on(day: &BoardDay) -> Option<String> {
    day.day.hung.as_ref().filter(|_| day.seen().is_some()).map(|hung| hung.title.clone())
}
