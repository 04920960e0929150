//! Loads the list, and does what its buttons say.

use serde::{Deserialize, Serialize};

use super::views;
use crate::admin::flash::{Flash, redirect_with_flash, take_flash};
use crate::admin::prerendered::PrerenderedAdminPage;
use crate::admin::site_identity::site_identity_for_staff;
use crate::error::AppError;
use crate::first_hour::{Answer, FirstHour, StepKind, answer, remove_examples, restore_examples};
use crate::mail::{Delivery, Letter};
use crate::paths;
use crate::staff::Staff;
use crate::staff::redirect::LocalPath;
use crate::staff::request_context::RequestContext;
use crate::state::AppState;
use crate::ui::render_to_string;

const FORM: &str = "first_hour";

/// What undoes what was just done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Undo {
    TakeBack(usize),
    BringBack,
    RestoreExamples,
}

impl Undo {
    /// Returns the values of the button that does it.
    pub(super) fn button(self) -> (&'static str, &'static str) {
        match self {
            Self::TakeBack(step) => ("take_back", StepKind::ALL.get(step).map_or("", |kind| kind.as_str())),
            Self::BringBack => ("bring_back", ""),
            Self::RestoreExamples => ("restore_examples", ""),
        }
    }

    fn of(step: StepKind) -> Option<Self> {
        StepKind::ALL.iter().position(|kind| *kind == step).map(Self::TakeBack)
    }
}

/// The list's message, with what undoes what it tells of.
pub(super) type ListFlash = Flash<Option<Undo>>;

/// Renders the list.
pub(in crate::admin) async fn page(
    state: &AppState,
    staff: &Staff,
) -> Result<PrerenderedAdminPage, AppError> {
    let flash: ListFlash = take_flash(state, FORM).await?;
    let list = FirstHour::load(state).await?;
    Ok(PrerenderedAdminPage {
        title: flash.title("Den första timmen"),
        html: render_to_string(views::list(&list, staff, state.mail.is_configured(), &flash)),
    })
}

/// Leads back to the list after something was saved on a page that was opened from it.
pub(in crate::admin) async fn redirect_after_save(state: &AppState, message: &str) -> Result<(), AppError> {
    redirect_with_flash(state, FORM, paths::FIRST_HOUR, &ListFlash::done(message, None)).await
}

pub(super) async fn act(state: &AppState, by: &Staff, act: &str, step: &str) -> Result<(), AppError> {
    let flash = match (act, StepKind::parse(step)) {
        ("skip", Some(step)) => {
            answer(state, by, Answer::Skip(step)).await?;
            Flash::done(format!("”{}” hoppas över.", step.title()), Undo::of(step))
        }
        ("done", Some(step @ StepKind::Backup)) => {
            answer(state, by, Answer::Done(step)).await?;
            Flash::done("Bra. Prova gärna att läsa tillbaka en kopia också.", Undo::of(step))
        }
        ("take_back", Some(step)) => {
            answer(state, by, Answer::TakeBack(step)).await?;
            Flash::done(format!("”{}” är kvar i listan igen.", step.title()), None)
        }
        ("put_away", _) => {
            answer(state, by, Answer::PutAway).await?;
            let message = "Listan är undanlagd. Du hittar den under Inställningar.";
            Flash::done(message, Some(Undo::BringBack))
        }
        ("bring_back", _) => {
            answer(state, by, Answer::BringBack).await?;
            Flash::done("Listan visas på skrivbordet igen.", None)
        }
        ("letter", _) => send_test_letter(state, by).await?,
        ("remove_examples", _) => match remove_examples(state, by).await? {
            0 => Flash::refused("Det finns inga orörda exempel kvar.", None),
            removed => Flash::done(
                format!("{} i papperskorgen.", pages(removed, "ligger")),
                Some(Undo::RestoreExamples),
            ),
        },
        ("restore_examples", _) => {
            let restored = restore_examples(state, by).await?;
            Flash::done(format!("{} tillbaka som utkast.", pages(restored, "är")), None)
        }
        _ => {
            RequestContext::current()?.redirect(&LocalPath::fixed(paths::FIRST_HOUR));
            return Ok(());
        }
    };
    redirect_with_flash(state, FORM, paths::FIRST_HOUR, &flash).await
}

/// Sends a letter to whoever presses the button, and says what became of it.
async fn send_test_letter(state: &AppState, to: &Staff) -> Result<ListFlash, AppError> {
    let site = site_identity_for_staff(state).await?;
    let email = to.email.clone();
    let letter = Letter {
        to: email.clone(),
        subject: format!("Testbrev från {}", site.name),
        text: format!(
            "Hej {}!\n\nDet här brevet visar att {} kan skicka e-post. Du behöver inte göra något.\n\n{}\n{}\n",
            to.name, site.name, site.name, site.address
        ),
        sender: site.name,
    };
    let delivery = state.mail.send(letter).await;
    let recorded = if delivery == Delivery::Sent {
        Answer::Done(StepKind::Letters)
    } else {
        Answer::TakeBack(StepKind::Letters)
    };
    answer(state, to, recorded).await?;
    Ok(match delivery {
        Delivery::Sent => {
            let message =
                format!("E-postservern tog emot brevet till {email}. Titta om det har kommit fram.");
            Flash::done(message, None)
        }
        Delivery::Pending => {
            let message = format!(
                "E-postservern har inte svarat än. Kommer inget brev till {email} inom några minuter? Be den som \
                 sköter servern titta i loggen."
            );
            Flash::refused(message, None)
        }
        Delivery::Failed => Flash::refused(
            "E-postservern tog inte emot brevet. Be den som sköter servern titta i loggen, där felet står.",
            None,
        ),
        Delivery::NotConfigured => {
            Flash::refused("Webbplatsen skickar inga brev än. Be den som sköter servern ordna det.", None)
        }
    })
}

/// Returns "En exempelsida ligger" or "4 exempelsidor ligger".
fn pages(count: usize, verb: &str) -> String {
    if count == 1 { format!("En exempelsida {verb}") } else { format!("{count} exempelsidor {verb}") }
}
