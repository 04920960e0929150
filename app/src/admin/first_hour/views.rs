//! What the list looks like.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::ActOnFirstHour;
use super::handlers::ListFlash;
use super::way_back::OpenedFrom;
use crate::first_hour::{FirstHour, Step, StepKind, StepState};
use crate::paths;
use crate::staff::Staff;
use crate::ui::IdempotencyKey;

/// The headings, each with its id and how many of the steps stand under it.
const GROUPS: [(&str, &str, usize); 3] = [
    ("looks", "Så ser den ut", 4),
    ("content", "Det som läsarna möter", 5),
    ("running", "Så fungerar den", 4),
];

/// Shows the list with its message.
pub(super) fn list(list: &FirstHour, staff: &Staff, sends_letters: bool, flash: &ListFlash) -> impl IntoView {
    let undo = flash.more.map(|undo| {
        let (act, step) = undo.button();
        button(act, step, "Ångra", "").into_any()
    });
    let mut steps = list.steps.iter();
    let groups = GROUPS.into_iter().map(|(id, heading, count)| {
        let steps = steps.by_ref().take(count).map(|item| step(item, staff, sends_letters)).collect_view();
        view! {
            <section aria-labelledby=id>
                <h2 id=id>{heading}</h2>
                <ul>{steps}</ul>
            </section>
        }
    });
    let (done, all) = (list.count(StepState::Done), list.steps.len());
    let progress = list.progress();
    view! {
        <div class="first-hour">
            <header>
                <h1>"Den första timmen"</h1>
                <p class="quiet">"Gör webbplatsen till er egen, i den ordning du vill. Allt går att ändra sedan."</p>
                <p class="progress">
                    <progress value=done max=all aria-hidden="true"></progress>
                    <b>{progress}</b>
                </p>
            </header>
            {flash.notice(undo)}
            {list.is_done().then(|| view! {
                <p class="notice" data-kind="done">
                    "Allt i listan är klart. "<a href=paths::START>"Se webbplatsen"</a>
                </p>
            })}
            <div class="groups">{groups.collect_view()}</div>
            <footer>
                {examples(list)}
                {put_away(list)}
            </footer>
        </div>
    }
}

fn step(step: &Step, staff: &Staff, sends_letters: bool) -> impl IntoView + use<> {
    let Step { kind, state, is_answered, facts } = step.clone();
    let title = match kind.path() {
        Some(path) => view! { <a href=OpenedFrom::List.mark(&path)>{kind.title()}</a> }.into_any(),
        None => kind.title().into_any(),
    };
    let facts = facts.into_iter().map(|fact| view! { <p class="fact">{fact}</p> }).collect_view();
    view! {
        <li data-step=kind.as_str() data-state=word_in_data(state)>
            <div class="title"><h3>{title}</h3> {state_mark(state)}</div>
            <p>{kind.why()}</p>
            {facts}
            {actions(kind, state, is_answered, staff, sends_letters)}
        </li>
    }
}

const fn word_in_data(state: StepState) -> &'static str {
    match state {
        StepState::Done => "done",
        StepState::Left => "left",
        StepState::Skipped => "skipped",
    }
}

/// The state in a word, with a sign: never a colour alone.
fn state_mark(state: StepState) -> impl IntoView {
    let (word, sign) = match state {
        StepState::Done => ("Klart", "M3 8.5l3.5 3.5L13 5"),
        StepState::Left => ("Kvar", "M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11z"),
        StepState::Skipped => ("Hoppas över", "M3 8h10"),
    };
    view! {
        <span class="state">
            <svg aria-hidden="true" width="16" height="16" viewBox="0 0 16 16">
                <path d=sign fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>
            </svg>
            {word}
        </span>
    }
}

fn actions(
    kind: StepKind,
    state: StepState,
    is_answered: bool,
    staff: &Staff,
    sends_letters: bool,
) -> impl IntoView + use<> {
    let skip = match state {
        StepState::Left => Some(button("skip", kind.as_str(), "Hoppa över", kind.title())),
        StepState::Skipped => Some(button("take_back", kind.as_str(), "Ta tillbaka", kind.title())),
        StepState::Done => None,
    };
    let own = match kind {
        StepKind::Letters if sends_letters => {
            Some(button("letter", "", "Skicka ett testbrev till mig", "").into_any())
        }
        StepKind::Letters => Some(mail_help().into_any()),
        StepKind::FirstText if state != StepState::Done => Some(move_in().into_any()),
        StepKind::Backup => Some(backup(state, is_answered).into_any()),
        _ => None,
    };
    let to = (kind == StepKind::Letters && sends_letters)
        .then(|| view! { <p class="fact">{format!("Det går till {}.", staff.email)}</p> });
    view! {
        {to}
        <div class="row">{own} {skip}</div>
    }
}

/// The way for those who have had another website.
fn move_in() -> impl IntoView {
    view! { <a class="button plain" href=OpenedFrom::List.mark(paths::MOVE_IN)>"Flytta in från en annan webbplats"</a> }
}

/// Says what whoever runs the server has to do for letters.
fn mail_help() -> impl IntoView {
    view! {
        <details>
            <summary>"Så ordnas brev"</summary>
            <p>
                "Be den som sköter servern ange e-postserver och avsändare: "
                <code>"GULDKORN_SMTP_URL"</code> " och " <code>"GULDKORN_MAIL_FROM"</code>
                ". Starta sedan om webbplatsen och kom tillbaka hit. Till dess delar ni länkar med varandra själva."
            </p>
        </details>
    }
}

/// Says how the site makes backups, and asks whether others make them, which nothing in the data shows.
fn backup(state: StepState, is_answered: bool) -> impl IntoView {
    let answer = match (state, is_answered) {
        (StepState::Done, false) => None,
        (StepState::Done, true) => {
            Some(button("take_back", StepKind::Backup.as_str(), "Nej, det är inte ordnat", ""))
        }
        _ => Some(button("done", StepKind::Backup.as_str(), "Vi har ordnat säkerhetskopior", "")),
    };
    view! {
        <details>
            <summary>"Så gör den som sköter servern"</summary>
            <p>
                "Ange en mapp på en annan disk: " <code>"GULDKORN_BACKUP_DIR"</code>
                ". Då gör webbplatsen en säkerhetskopia varje natt och säger till här om något går fel. Prova också att "
                "återställa en: " <code>"guldkorn restore"</code> "."
            </p>
        </details>
        {answer}
    }
}

/// The example pages, while nobody has written in them.
fn examples(list: &FirstHour) -> Option<impl IntoView + use<>> {
    let count = list.examples.len();
    let words = match count {
        0 => return None,
        1 => "En exempelsida väntar som utkast.".to_owned(),
        many => format!("{many} exempelsidor väntar som utkast."),
    };
    Some(view! {
        <section aria-labelledby="examples">
            <h2 id="examples">"Exempelsidor"</h2>
            <p>
                {words} " Fyll i det som står inom " <code>"[… ]"</code>
                " och publicera, eller ta bort dem och skriv egna."
            </p>
            <div class="row">
                <a class="button plain" href=OpenedFrom::List.mark(paths::PAGES)>"Öppna sidorna"</a>
                {button("remove_examples", "", "Ta bort alla exempel", "")}
            </div>
        </section>
    })
}

fn put_away(list: &FirstHour) -> impl IntoView + use<> {
    let (words, act, label) = if list.is_put_away {
        ("Listan är undanlagd och visas inte på skrivbordet.", "bring_back", "Visa den på skrivbordet igen")
    } else {
        ("Du hittar den sedan under Inställningar.", "put_away", "Lägg undan listan")
    };
    view! {
        <section aria-labelledby="list">
            <h2 id="list">"Färdig med listan?"</h2>
            <p>{words}</p>
            {button(act, "", label, "")}
        </section>
    }
}

/// A button that does something with a step, or with the list. `about` is read out after its label.
fn button(act: &'static str, step: &'static str, label: &'static str, about: &'static str) -> impl IntoView {
    let about =
        (!about.is_empty()).then(|| view! { <span class="visually-hidden">{format!(": {about}")}</span> });
    view! {
        <form method="post" action=ActOnFirstHour::url()>
            <IdempotencyKey/>
            <input type="hidden" name="step" value=step/>
            <button class="button plain" name="act" value=act>{label} {about}</button>
        </form>
    }
}
