//! Loads the ledger and its entries, and writes them.

use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};

use super::erase;
use super::person::{ShownPerson, keys, shown};
use super::views::{self, Entry, Listed};
use crate::admin::flash::{Flash, redirect_with_flash, take_flash};
use crate::admin::prerendered::PrerenderedAdminPage;
use crate::consent::store::{self, SealedPerson, papers};
use crate::consent::{Consent, ConsentForm, ConsentStatus, Keys, Person, seal};
use crate::erasure::pending;
use crate::error::AppError;
use crate::ids::PostId;
use crate::paths;
use crate::posts::store::texts;
use crate::posts::{Act, PostStatus, consent as ledger};
use crate::staff::{Role, Staff};
use crate::state::AppState;
use crate::ui::render_to_string;

/// Key of the page's flash.
pub(super) const FORM: &str = "consent";
/// How many entries a page of the list has.
const PER_PAGE: usize = 50;
const NO_KEY: &str =
    "Nyckeln till samtyckena går inte att läsa, så inget är sparat. Be den som sköter driften om hjälp.";

/// What a page needs beside its flash. A flash waits in the database, so the person waits in it as sealed as in the ledger.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct More {
    /// The text that it is about.
    post: PostId,
    /// What was typed and is not saved, without the person.
    typed: Option<ConsentForm>,
    /// The person that was typed, sealed, in hexadecimal digits.
    person: String,
}

impl More {
    /// Returns what the page of a text needs when nothing was typed.
    pub(super) fn about(post: PostId) -> Self {
        Self { post, ..Self::default() }
    }
}

/// Renders the ledger; `query` filters it (`lage=givet`) and says which of its pages (`sida=2`).
pub(in crate::admin) async fn list(
    state: &AppState,
    staff: &Staff,
    query: &str,
) -> Result<PrerenderedAdminPage, AppError> {
    let (mut status, mut page) = (None, 1_u32);
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        match &*name {
            "lage" => status = ConsentStatus::parse(&value),
            "sida" => page = value.parse().unwrap_or(1).max(1),
            _ => {}
        }
    }
    let now = state.clock.now_millis();
    let entries = store::all(state.db.reader(), status, now).await?;
    let before = usize::try_from(page - 1).unwrap_or(usize::MAX).saturating_mul(PER_PAGE);
    let has_more = entries.len() > before.saturating_add(PER_PAGE);
    let entries = entries.into_iter().skip(before).take(PER_PAGE);
    let keys = if staff.role >= Role::Editor { Some(keys(state).await) } else { None };
    let person = |post: PostId, sealed: Option<&[u8]>| keys.as_ref().map(|keys| shown(keys, post, sealed));
    let rows: Vec<_> = entries
        .map(|entry| Listed {
            person: person(entry.consent.post, entry.sealed.as_deref()),
            consent: entry.consent,
            title: entry.title,
        })
        .collect();
    let erasures = if keys.is_some() { erase::recent(state).await? } else { Vec::new() };
    let html = render_to_string(views::list(&rows, status, (page, has_more), &erasures, now));
    Ok(PrerenderedAdminPage { title: "Samtycken".to_owned(), html })
}

/// Renders the entry of a text.
pub(in crate::admin) async fn entry(
    state: &AppState,
    staff: &Staff,
    post: PostId,
) -> Result<PrerenderedAdminPage, AppError> {
    let now = state.clock.now_millis();
    let reader = state.db.reader();
    let text = texts::find(reader, post, now).await?;
    let consent = store::find(&mut *reader.acquire().await?, post).await?;
    let mut flash: Flash<More> = take_flash(state, FORM).await?;
    if flash.more.post != post {
        flash = Flash::default();
    }
    let is_editor = staff.role >= Role::Editor;
    let (person, form) = if is_editor {
        let keys = keys(state).await;
        let person = shown(&keys, post, store::sealed(reader, post).await?.as_deref());
        let form = form(&keys, consent.as_ref(), &person, flash.more.clone());
        (Some(person), form)
    } else {
        (None, ConsentForm::default())
    };
    let paper_added_at = papers::added_at(reader, post).await?.filter(|_| is_editor);
    let heading = text.newest_words().title_or_untitled().to_owned();
    let title = flash.title(&format!("Samtycke: {heading}"));
    let may_change = is_editor && text.status != PostStatus::Trash;
    let html = render_to_string(views::entry(&Entry {
        text: &text,
        consent,
        person,
        paper_added_at,
        form,
        flash: &flash,
        may_change,
        is_editor,
        hidden_until: erase::pending(state, post).await?,
        now,
    }));
    Ok(PrerenderedAdminPage { title, html })
}

/// Returns the form as it is to be shown: as it was typed, or else as the entry is.
fn form(keys: &Keys, consent: Option<&Consent>, person: &ShownPerson, more: More) -> ConsentForm {
    let known = match person {
        ShownPerson::Known(person) => person.clone(),
        ShownPerson::Nobody | ShownPerson::Unreadable => Person::default(),
    };
    let Some(typed) = more.typed else { return ConsentForm::of(consent, known) };
    let sealed = HEXLOWER.decode(more.person.as_bytes()).ok().filter(|sealed| !sealed.is_empty());
    let Person { who, shown_as, notes } = match shown(keys, more.post, sealed.as_deref()) {
        ShownPerson::Known(person) => person,
        ShownPerson::Nobody | ShownPerson::Unreadable => Person::default(),
    };
    ConsentForm { who, shown_as, notes, ..typed }
}

/// Writes an entry.
pub(super) async fn save(
    state: &AppState,
    staff: &Staff,
    post: PostId,
    seen: i64,
    form: ConsentForm,
) -> Result<(), AppError> {
    let now = state.clock.now_millis();
    let reader = state.db.reader();
    let before = store::find(&mut *reader.acquire().await?, post).await?;
    let known = shown(&keys(state).await, post, store::sealed(reader, post).await?.as_deref());
    let person = form.person();
    let sealed = sealed(state, post, &person, &known).await;
    let more = More {
        post,
        person: match &sealed {
            Some(SealedPerson::Is(Some(sealed))) => HEXLOWER.encode(sealed),
            _ => String::new(),
        },
        typed: Some(ConsentForm {
            who: String::new(),
            shown_as: String::new(),
            notes: String::new(),
            ..form.clone()
        }),
    };
    let typed = form.read(before.as_ref(), known == ShownPerson::Unreadable, now);
    let flash = match (typed, sealed) {
        (Err(errors), _) => Flash::invalid(errors, more),
        (Ok(_), None) => Flash::refused(NO_KEY, more),
        (Ok(typed), Some(sealed)) => {
            let mut act = Act::begin(state, staff).await?;
            match ledger::save(&mut act, post, &typed, &sealed, seen).await {
                Ok(()) => {
                    let text = act.post(post).await?;
                    act.commit().await?;
                    let hidden = if text.has_lost_consent() {
                        " Läsarna ser inte texten förrän samtycket gäller."
                    } else {
                        ""
                    };
                    Flash::done(format!("Samtycket är sparat.{hidden}"), More::about(post))
                }
                Err(refusal) => Flash::refused(refusal.refusal()?, more),
            }
        }
    };
    redirect_with_flash(state, FORM, &paths::consent(post), &flash).await
}

/// Seals what was typed. A person that cannot be read just now stays, unless another one was typed. `None` when there is no
/// key.
async fn sealed(
    state: &AppState,
    post: PostId,
    person: &Person,
    known: &ShownPerson,
) -> Option<SealedPerson> {
    if person.is_empty() {
        let stays = *known == ShownPerson::Unreadable;
        return Some(if stays { SealedPerson::Stays } else { SealedPerson::Is(None) });
    }
    let keys = Keys::load_or_make(&state.media_folder).await;
    let keys = keys
        .inspect_err(|error| tracing::error!(%error, "the key file of the consent ledger cannot be read"));
    let sealed = seal(&keys.ok()?, post, person);
    let sealed = sealed.inspect_err(|error| tracing::error!(%error, "a person could not be sealed"));
    Some(SealedPerson::Is(Some(sealed.ok()?)))
}

/// Does what the button of a name says, and leads back to the entry, which tells.
pub(super) async fn act(state: &AppState, staff: &Staff, post: PostId, button: &str) -> Result<(), AppError> {
    let more = More::about(post);
    if button == "regret" {
        let flash = match pending::regret(state, staff, post).await {
            Ok(()) => Flash::done("Berättelsen är tillbaka. Länkar som ni har delat måste delas igen.", more),
            Err(refusal) => Flash::refused(refusal.refusal()?, more),
        };
        return redirect_with_flash(state, FORM, &paths::consent(post), &flash).await;
    }
    let mut act = Act::begin(state, staff).await?;
    let done = match button {
        "withdraw" => ledger::take_back(&mut act, post).await.map(|()| {
            "Samtycket är återtaget. Texten visas inte längre på webbplatsen. Har ni spridit den i sociala medier, i tryck \
             eller på andra webbplatser måste ni ta bort den där själva."
        }),
        "unmark" => ledger::unmark(&mut act, post).await.map(|()| "Texten är inte längre märkt som någons berättelse."),
        "remove_paper" => ledger::remove_paper(&mut act, post).await.map(|()| "Blanketten är borttagen."),
        _ => return Err(AppError::Invalid),
    };
    let flash = match done {
        Ok(sentence) => {
            act.commit().await?;
            Flash::done(sentence, more)
        }
        Err(refusal) => {
            // The flash needs the writer.
            drop(act);
            Flash::refused(refusal.refusal()?, more)
        }
    };
    redirect_with_flash(state, FORM, &paths::consent(post), &flash).await
}
