//! The page that shows what a change moves, before it is saved.

use jiff::Timestamp;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::SaveEdition;
use super::list::hidden_fields;
use crate::admin::relative_time::long_date_and_time;
use crate::calendar::EditionForm;
use crate::calendar::editing::{Day, EditionRecord, MovedDay, Moves, day_list};
use crate::paths;
use crate::ui::IdempotencyKey;

pub(super) struct Question<'a> {
    pub(super) edition: &'a EditionRecord,
    /// The days as they are.
    pub(super) days: &'a [Day],
    /// What was typed.
    pub(super) form: &'a EditionForm,
    /// What it would move.
    pub(super) moves: Moves,
    /// Whether the windows were to get a new order.
    pub(super) reshuffle: bool,
}

impl Question<'_> {
    /// Returns the title of what hangs on a day and can come to readers.
    fn title_on(&self, day: u16) -> Option<&str> {
        let day = self.days.iter().find(|known| known.number == day)?;
        day.hung.as_ref().filter(|hung| !hung.is_gone).map(|hung| hung.title.as_str())
    }
}

/// Shows what readers notice, which texts lose their day, and when each day opens then.
pub(super) fn page(question: &Question<'_>) -> impl IntoView + use<> {
    let Question { edition, form, moves, reshuffle, .. } = question;
    let hidden = |(name, value): (String, String)| view! { <input type="hidden" name=name value=value/> };
    let page = paths::edit_edition(edition.id);
    view! {
        <p class="kicker"><a href=page.clone()>{edition.title.clone()}</a></p>
        <h1>"Det här ändras"</h1>
        <p>"Inget är sparat än. Läs igenom, och spara om det är det du vill. Du kan ångra efteråt."</p>
        <section aria-labelledby="lasarna">
            <h2 id="lasarna">"Det här märker läsarna"</h2>
            {readers(question)}
        </section>
        {without_day(question)}
        {(!moves.days.is_empty()).then(|| days(question))}
        <form class="moves-question" method="post" action=SaveEdition::url()>
            <IdempotencyKey/>
            <input type="hidden" name="id" value=edition.id/>
            <input type="hidden" name="version" value=edition.version/>
            {reshuffle.then(|| view! { <input type="hidden" name="shuffle" value="1"/> })}
            {hidden_fields(form).into_iter().map(hidden).collect_view()}
            <p class="row">
                <button class="button" name="confirmed" value="1">"Spara ändringen"</button>
                <button class="button plain" name="back" value="1">"Gå tillbaka och ändra"</button>
            </p>
        </form>
        <p><a href=page>"Släng det jag skrev och låt allt vara"</a></p>
    }
}

/// Says what becomes of open and closed doors at once.
fn readers(question: &Question<'_>) -> AnyView {
    let Moves { days, closing, opening } = &question.moves;
    let doors = |days: &[u16]| format!("Lucka {}", day_list(days));
    let mut sentences = Vec::new();
    let is_removed = |day: &u16| days.iter().any(|moved| moved.day == *day && moved.to.is_none());
    let (removed, closing): (Vec<u16>, Vec<u16>) = closing.iter().copied().partition(is_removed);
    if !closing.is_empty() {
        sentences.push(format!(
            "{} stängs igen. Läsarna kan öppna den nu, och texten försvinner för dem.",
            doors(&closing)
        ));
    }
    if !removed.is_empty() {
        sentences.push(format!(
            "{} är öppen nu och försvinner ur kalendern. En publicerad text blir kvar bland inläggen.",
            doors(&removed)
        ));
    }
    if !opening.is_empty() {
        sentences.push(format!("{} öppnas genast, och texten där blir synlig.", doors(opening)));
    }
    if sentences.is_empty() {
        sentences.push(if !question.edition.is_published() {
            "Inget. Kalendern är ett utkast.".to_owned()
        } else if days.is_empty() {
            "Inget nu.".to_owned()
        } else {
            "Ingen lucka öppnas eller stängs nu. De nya tiderna står i kalendern genast.".to_owned()
        });
    }
    let sentences = sentences.into_iter().map(|sentence| view! { <li>{sentence}</li> }).collect_view();
    view! { <ul>{sentences}</ul> }.into_any()
}

/// The texts whose day goes.
fn without_day(question: &Question<'_>) -> Option<AnyView> {
    let row = |moved: &MovedDay| {
        let title = question.title_on(moved.day).filter(|_| moved.to.is_none())?;
        Some(view! { <li>{format!("Dag {}, ”{title}”", moved.day)}</li> })
    };
    let rows: Vec<_> = question.moves.days.iter().filter_map(row).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section aria-labelledby="utan-dag">
                <h2 id="utan-dag">"Texter som blir utan dag"</h2>
                <p>"De finns kvar. De som väntade på sin lucka är inte schemalagda längre."</p>
                <ul>{rows}</ul>
            </section>
        }
        .into_any()
    })
}

/// Every day that moves, from when to when.
fn days(question: &Question<'_>) -> impl IntoView + use<> {
    let moment = |at: Timestamp| long_date_and_time(at.into());
    let row = |moved: &MovedDay| {
        let title = question.title_on(moved.day).map(|title| format!(", ”{title}”")).unwrap_or_default();
        let day = format!("Dag {}{title}", moved.day);
        let what = match (moved.from, moved.to) {
            (Some(from), Some(to)) => format!("{} → {}", moment(from), moment(to)),
            (None, Some(to)) => format!("ny dag, {}", moment(to)),
            (Some(from), None) => format!("tas bort, öppnar nu {}", moment(from)),
            (None, None) => String::new(),
        };
        view! { <li><b>{day}</b> ": " {what}</li> }
    };
    let rows = question.moves.days.iter().map(row).collect_view();
    view! {
        <section aria-labelledby="tider">
            <h2 id="tider">"Dagarna"</h2>
            <ul class="moved-days">{rows}</ul>
        </section>
    }
}
