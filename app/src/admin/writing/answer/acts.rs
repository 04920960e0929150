//! What the desk's buttons do. What stands in the form is kept first: whatever is refused, nothing is lost.

use super::super::Sent;
use super::said::{Said, Undo, say};
use crate::admin::moments::moment_with_weekday;
use crate::blog::PostKind;
use crate::error::AppError;
use crate::paths;
use crate::staff::Staff;
use crate::staff::redirect::LocalPath;
use crate::staff::visit::Visit;
use crate::state::AppState;
use crate::writing::begin as beginning;
use crate::writing::hang as doors;
use crate::writing::save::{self as saving, Save};
use crate::writing::store::{drafts, texts};
use crate::writing::{Manuscript, Refusal, Standing, Typed, Work, keep, publish as publishing, trash};

/// Begins a text.
pub(in crate::admin::writing) async fn begin(
    state: &AppState,
    staff: &Staff,
    kind: &str,
    form: String,
    (edition, day): (i64, u16),
) -> Result<(), AppError> {
    let kind = PostKind::parse(kind).unwrap_or(PostKind::Article);
    let text = Manuscript::read(kind, Typed { form, ..Typed::default() });
    let id = beginning::begin(state, staff, kind, &text).await?;
    if edition > 0 {
        let hung = doors::hang(state, staff, id, edition, day).await?;
        if let Err(refusal) = hung {
            return say(state, &paths::writing(id), &Said::refused(refusal.to_string())).await;
        }
    }
    let visit = Visit::here()?;
    visit.go_to(&LocalPath::parse(&paths::writing(id)).ok_or(AppError::NotFound)?);
    Ok(())
}

/// A desk on which somebody has pressed a button.
struct Pressed<'a> {
    state: &'a AppState,
    staff: &'a Staff,
    work: Work,
    text: Manuscript,
    base: i64,
    known: i64,
}

impl<'a> Pressed<'a> {
    async fn of(state: &'a AppState, staff: &'a Staff, sent: Sent) -> Result<Self, AppError> {
        let work = texts::find(state.db.reader(), sent.id, state.clock.now_millis()).await?;
        let text = Manuscript::read(work.kind, sent.typed);
        Ok(Self { state, staff, text, base: sent.base, known: sent.known, work })
    }

    fn save(&self) -> Save<'_> {
        Save { post: self.work.id, base: self.base, known: self.known, text: &self.text }
    }

    /// Keeps what was typed, where the button does something else than saving it.
    async fn keep(&self) -> Result<(), AppError> {
        if self.work.standing != Standing::Trash {
            keep::keep(self.state, self.staff, self.save()).await?;
        }
        Ok(())
    }

    /// Keeps what was typed, and leads to another page about the text.
    async fn keep_and_go_to(&self, path: &str) -> Result<(), AppError> {
        self.keep().await?;
        Visit::here()?.go_to(&LocalPath::parse(path).ok_or(AppError::NotFound)?);
        Ok(())
    }

    /// The text as it is now.
    async fn again(&self) -> Result<Work, AppError> {
        Ok(texts::find(self.state.db.reader(), self.work.id, self.state.clock.now_millis()).await?)
    }

    async fn say(&self, said: Said) -> Result<(), AppError> {
        say(self.state, &paths::writing(self.work.id), &said).await
    }

    /// Says why it was not done.
    async fn refuse(&self, refusal: Refusal) -> Result<(), AppError> {
        self.keep().await?;
        if refusal == Refusal::Newer {
            let page = paths::comparison(self.work.id);
            return say(self.state, &page, &Said::refused(refusal.to_string())).await;
        }
        let tells_missing = refusal == Refusal::Missing;
        self.say(Said { tells_missing, ..Said::refused(refusal.to_string()) }).await
    }
}

pub(in crate::admin::writing) async fn save(
    state: &AppState,
    staff: &Staff,
    sent: Sent,
) -> Result<(), AppError> {
    let desk = Pressed::of(state, staff, sent).await?;
    match saving::save(state, staff, desk.save()).await? {
        Err(refusal) => desk.refuse(refusal).await,
        Ok(()) if desk.work.standing.is_decided() => {
            let words =
                "Texten är sparad. Läsarna ser den förra versionen tills någon publicerar ändringarna.";
            desk.say(Said::done(words)).await
        }
        Ok(()) => desk.say(Said::done("Texten är sparad.")).await,
    }
}

pub(in crate::admin::writing) async fn say_ready(
    state: &AppState,
    staff: &Staff,
    sent: Sent,
) -> Result<(), AppError> {
    let desk = Pressed::of(state, staff, sent).await?;
    match publishing::say_ready(state, staff, desk.save()).await? {
        Err(refusal) => desk.refuse(refusal).await,
        Ok(()) => {
            desk.say(Said::done("Texten är klar för publicering. En redaktör ser det på sitt skrivbord."))
                .await
        }
    }
}

pub(in crate::admin::writing) async fn publish(
    state: &AppState,
    staff: &Staff,
    sent: Sent,
) -> Result<(), AppError> {
    let desk = Pressed::of(state, staff, sent).await?;
    if let Err(refusal) = publishing::publish(state, staff, desk.save()).await? {
        return desk.refuse(refusal).await;
    }
    let work = desk.again().await?;
    let words = match (work.standing, work.public_from) {
        (Standing::Published, _) => "Texten är publicerad.".to_owned(),
        (_, Some(from)) => format!("Texten är schemalagd. Den publiceras {}.", moment_with_weekday(from)),
        (_, None) => {
            "Texten är schemalagd. Den publiceras när kalendern är publicerad och luckan öppnas.".to_owned()
        }
    };
    desk.say(Said::done(words)).await
}

pub(in crate::admin::writing) async fn look(
    state: &AppState,
    staff: &Staff,
    sent: Sent,
) -> Result<(), AppError> {
    let desk = Pressed::of(state, staff, sent).await?;
    desk.keep_and_go_to(&paths::preview_of_text(desk.work.id)).await
}

pub(in crate::admin::writing) async fn compare(
    state: &AppState,
    staff: &Staff,
    sent: Sent,
) -> Result<(), AppError> {
    let desk = Pressed::of(state, staff, sent).await?;
    desk.keep_and_go_to(&paths::comparison(desk.work.id)).await
}

pub(in crate::admin::writing) async fn make_draft(
    state: &AppState,
    staff: &Staff,
    sent: Sent,
) -> Result<(), AppError> {
    let desk = Pressed::of(state, staff, sent).await?;
    desk.keep().await?;
    match publishing::make_draft(state, staff, desk.work.id).await? {
        Err(refusal) => desk.refuse(refusal).await,
        Ok(()) => desk.say(Said::done("Texten är ett utkast igen.")).await,
    }
}

pub(in crate::admin::writing) async fn withdraw(
    state: &AppState,
    staff: &Staff,
    sent: Sent,
) -> Result<(), AppError> {
    let desk = Pressed::of(state, staff, sent).await?;
    desk.keep().await?;
    match publishing::withdraw(state, staff, desk.work.id).await? {
        Err(refusal) => desk.refuse(refusal).await,
        Ok(()) => {
            let words = "Texten är tillbakadragen. Ingen läsare ser den längre.";
            desk.say(Said::done(words).with_undo(Undo::Publish)).await
        }
    }
}

pub(in crate::admin::writing) async fn throw_away(
    state: &AppState,
    staff: &Staff,
    sent: Sent,
) -> Result<(), AppError> {
    let desk = Pressed::of(state, staff, sent).await?;
    desk.keep().await?;
    match trash::throw_in(state, staff, desk.work.id).await? {
        Err(refusal) => desk.refuse(refusal).await,
        Ok(()) => {
            let words = "Texten ligger i papperskorgen. Den raderas om 30 dagar.";
            desk.say(Said::done(words).with_undo(Undo::TakeFromTrash)).await
        }
    }
}

pub(in crate::admin::writing) async fn take_from_trash(
    state: &AppState,
    staff: &Staff,
    id: i64,
) -> Result<(), AppError> {
    let said = match trash::take_out(state, staff, id).await? {
        Ok(()) => Said::done("Texten är tillbaka."),
        Err(refusal) => Said::refused(refusal.to_string()),
    };
    say(state, &paths::writing(id), &said).await
}

/// Hangs the text on a door, named as `edition:day`, or takes it down.
pub(in crate::admin::writing) async fn hang(
    state: &AppState,
    staff: &Staff,
    sent: Sent,
    door: &str,
) -> Result<(), AppError> {
    let desk = Pressed::of(state, staff, sent).await?;
    desk.keep().await?;
    let id = desk.work.id;
    let target =
        door.split_once(':').and_then(|(edition, day)| Some((edition.parse().ok()?, day.parse().ok()?)));
    let undo = undo_of_hanging(state, &desk.work, target).await?;
    let done = match target {
        Some((edition, day)) => doors::hang(state, staff, id, edition, day).await?,
        None => doors::take_down(state, staff, id).await?,
    };
    if let Err(refusal) = done {
        return desk.refuse(refusal).await;
    }
    let work = desk.again().await?;
    let mut words = match &work.place {
        Some(place) => format!(
            "Texten hänger på lucka {}. Den öppnas {}.",
            place.day,
            moment_with_weekday(place.opens_at)
        ),
        None => "Texten hänger inte på någon lucka.".to_owned(),
    };
    if desk.work.standing == Standing::Scheduled && work.standing == Standing::Ready {
        words += " Den är klar, men inte schemalagd längre.";
    }
    desk.say(Said { undo, ..Said::done(words) }).await
}

/// The text goes back to where it hung. If it hung nowhere, what hung on its door goes back there.
async fn undo_of_hanging(
    state: &AppState,
    work: &Work,
    target: Option<(i64, u16)>,
) -> Result<Option<Undo>, AppError> {
    if let Some(place) = &work.place {
        return Ok(Some(Undo::Hang { post: work.id, edition: place.edition, day: place.day }));
    }
    let Some((edition, day)) = target else { return Ok(None) };
    let mut reader = state.db.reader().acquire().await?;
    let other =
        crate::writing::store::doors::find(&mut reader, edition, day).await?.and_then(|door| door.post);
    Ok(Some(match other {
        Some(post) => Undo::Hang { post, edition, day },
        None => Undo::Hang { post: work.id, edition: 0, day: 0 },
    }))
}

pub(in crate::admin::writing) async fn hang_again(
    state: &AppState,
    staff: &Staff,
    id: i64,
    edition: i64,
    day: u16,
) -> Result<(), AppError> {
    let done = if edition > 0 {
        doors::hang(state, staff, id, edition, day).await?
    } else {
        doors::take_down(state, staff, id).await?
    };
    let said = match done {
        Ok(()) => Said::done("Luckorna är som de var förut."),
        Err(refusal) => Said::refused(refusal.to_string()),
    };
    say(state, &paths::writing(id), &said).await
}

pub(in crate::admin::writing) async fn drop_draft(
    state: &AppState,
    staff: &Staff,
    id: i64,
) -> Result<(), AppError> {
    keep::throw_away(state, staff, id).await?;
    say(state, &paths::writing(id), &Said::done("Här är den sparade versionen.")).await
}

pub(in crate::admin::writing) async fn take_over(
    state: &AppState,
    staff: &Staff,
    id: i64,
    from: i64,
) -> Result<(), AppError> {
    keep::take_over(state, staff, id, from).await?;
    say(state, &paths::writing(id), &Said::done("Du skriver vidare där den andra slutade.")).await
}

pub(in crate::admin::writing) async fn keep_mine(
    state: &AppState,
    staff: &Staff,
    id: i64,
    base: i64,
) -> Result<(), AppError> {
    let draft = drafts::find(&mut *state.db.reader().acquire().await?, id, staff.id).await?;
    let Some(draft) = draft else {
        return say(state, &paths::writing(id), &Said::refused(Refusal::Nothing.to_string())).await;
    };
    let save = Save { post: id, base, known: draft.kept_at, text: &draft.text };
    let (page, said) = match saving::save(state, staff, save).await? {
        Ok(()) => (
            paths::writing(id),
            Said::done("Din text är sparad. Den andra versionen finns kvar i historiken."),
        ),
        Err(Refusal::Newer) => (paths::comparison(id), Said::refused(Refusal::Newer.to_string())),
        Err(refusal) => (paths::writing(id), Said::refused(refusal.to_string())),
    };
    say(state, &page, &said).await
}

pub(in crate::admin::writing) async fn bring_back(
    state: &AppState,
    staff: &Staff,
    id: i64,
    number: i64,
    base: i64,
) -> Result<(), AppError> {
    let said = match saving::bring_back(state, staff, id, number, base).await? {
        Ok(()) => Said::done(format!("Version {number} är tillbaka, som den nyaste.")),
        Err(refusal) => Said::refused(refusal.to_string()),
    };
    say(state, &paths::writing(id), &said).await
}
