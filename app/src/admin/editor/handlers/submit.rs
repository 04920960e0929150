//! A form of the editor in which somebody has pressed a button: one transaction does all that the button says, and when
//! a step of it is refused, nothing was done but that what was typed is saved as a draft.

use super::super::action::EditorAction;
use super::super::{ActResponse, Sent};
use super::load;
use super::message::{self, Flash};
use super::steps;
use crate::comments;
use crate::error::AppError;
use crate::paths;
use crate::posts::autosave::{Autosaved, autosave};
use crate::posts::save::{Basis, save};
use crate::posts::store::texts;
use crate::posts::{
    Act, DoorForm, EditablePost, Language, PostContent, PostError, PostStatus, PreparedContent,
    RenditionKind, rendition,
};
use crate::staff::Staff;
use crate::staff::redirect::LocalPath;
use crate::staff::request_context::RequestContext;
use crate::state::AppState;

/// Where the browser goes next, and what it is told there.
pub(super) struct Outcome {
    pub(super) page: String,
    pub(super) flash: Option<Flash>,
}

/// A form as it was sent, with everything that is computed before the transaction begins.
pub(super) struct Submission<'a> {
    pub(super) action: EditorAction,
    pub(super) basis: Basis,
    pub(super) door: &'a DoorForm,
    /// The post before anything is done.
    pub(super) before: EditablePost,
    /// The submitted text, rendered and checked.
    pub(super) content: PreparedContent,
    /// The newest revision, if readers have another.
    pub(super) newest: Option<PreparedContent>,
    /// The rendition that the button begins.
    pub(super) rendition: Option<(RenditionKind, PreparedContent)>,
}

/// Does what a button says and leads to the page that tells it.
pub(in crate::admin::editor) async fn submit(
    state: &AppState,
    staff: &Staff,
    action: EditorAction,
    sent: Sent,
    door: &DoorForm,
) -> Result<(), AppError> {
    let submission = Submission::prepare(state, action, sent, door).await?;
    let outcome = match submission.act(state, staff).await {
        Ok(outcome) => outcome,
        Err(refusal) => submission.refused(state, staff, refusal).await?,
    };
    match outcome.flash {
        Some(flash) => message::redirect(state, &outcome.page, &flash).await,
        None => {
            let page = LocalPath::parse(&outcome.page).ok_or(AppError::NotFound)?;
            RequestContext::current()?.redirect(&page);
            Ok(())
        }
    }
}

/// Does what a button says for our client, and returns the editor as it is now, or the page to go on to.
pub(in crate::admin::editor) async fn act(
    state: &AppState,
    staff: &Staff,
    action: EditorAction,
    sent: Sent,
    door: &DoorForm,
) -> Result<ActResponse, AppError> {
    let id = sent.id;
    let submission = Submission::prepare(state, action, sent, door).await?;
    let outcome = match submission.act(state, staff).await {
        Ok(outcome) => outcome,
        Err(refusal) => submission.refused(state, staff, refusal).await?,
    };
    if outcome.page == paths::edit_post(id) && !action.changes_whole_page() {
        let flash = outcome.flash.unwrap_or_default();
        let editor = load::show(state, staff, id, String::new(), flash).await?;
        return Ok(ActResponse { page: String::new(), title: editor.title, html: editor.html });
    }
    if let Some(flash) = outcome.flash {
        message::leave(state, &flash).await?;
    }
    Ok(ActResponse { page: outcome.page, title: String::new(), html: String::new() })
}

impl<'a> Submission<'a> {
    async fn prepare(
        state: &AppState,
        action: EditorAction,
        sent: Sent,
        door: &'a DoorForm,
    ) -> Result<Self, AppError> {
        let before = texts::find(state.db.reader(), sent.id, state.clock.now_millis()).await?;
        let told = match action {
            EditorAction::AddEasyRead => Some(RenditionKind::EasyRead),
            EditorAction::AddTranslation => {
                Language::known(sent.form.get("translation")).map(RenditionKind::Translation)
            }
            _ => None,
        };
        let rendition = match told {
            Some(told) => Some((told, rendition::prepare(&before, told).await.map_err(AppError::from)?)),
            None => None,
        };
        let content = PostContent::read(before.kind, &sent.form);
        let content = PreparedContent::prepare_to_publish(state, sent.id, before.kind, content).await?;
        let newest = if before.has_changes_to_publish() {
            Some(PreparedContent::prepare(before.kind, before.content.clone()).await?)
        } else {
            None
        };
        let Sent { id: post, base_revision, draft_version, form: _ } = sent;
        let basis = Basis { post, base_revision, draft_version };
        Ok(Self { action, basis, door, before, content, newest, rendition })
    }

    async fn act(&self, state: &AppState, staff: &Staff) -> Result<Outcome, PostError> {
        let mut act = if self.is_quiet() {
            Act::begin_quietly(state, staff).await?
        } else {
            Act::begin(state, staff).await?
        };
        let outcome = steps::run(&mut act, self).await?;
        comments::follow(&mut act, self.basis.post, state.clock.now_millis()).await;
        act.commit().await?;
        Ok(outcome)
    }

    /// Whether readers see nothing of it.
    fn is_quiet(&self) -> bool {
        match self.action {
            EditorAction::Compare
            | EditorAction::AddDocument
            | EditorAction::ChoosePicture
            | EditorAction::AddEasyRead
            | EditorAction::AddTranslation
            | EditorAction::MarkSeen => true,
            EditorAction::Save | EditorAction::MarkReady | EditorAction::Preview => !self.moves_door(),
            _ => false,
        }
    }

    /// Whether another door was chosen than the one that the form was made with.
    pub(super) fn moves_door(&self) -> bool {
        self.door.door != self.door.hung
    }

    /// Saves what was typed in a transaction of its own, and tells why nothing else was done.
    async fn refused(
        &self,
        state: &AppState,
        staff: &Staff,
        refusal: PostError,
    ) -> Result<Outcome, AppError> {
        let flash = message::refused(refusal)?;
        let mut act = Act::begin_quietly(state, staff).await?;
        match self.autosave(&mut act).await {
            Ok(()) => act.commit().await?,
            Err(PostError::Failed(error)) => return Err(error),
            // The browser still has it.
            Err(_) => {}
        }
        let page = match (refusal, self.action) {
            (PostError::Newer, _) => paths::compare_post(self.basis.post),
            (_, EditorAction::Preview) => paths::preview_of_text(self.basis.post),
            _ => paths::edit_post(self.basis.post),
        };
        Ok(Outcome { page, flash: Some(flash) })
    }

    /// Saves what was typed as a draft. A person has one draft of a post: what comes from a second window becomes a
    /// revision, unless somebody else has saved one meanwhile; then the browser still has it.
    pub(super) async fn autosave(&self, act: &mut Act<'_>) -> Result<(), PostError> {
        if self.before.status == PostStatus::Trash {
            return Ok(());
        }
        if let Autosaved::ElsewhereAt(_) = autosave(act, self.basis, &self.content).await? {
            match save(act, self.basis, &self.content).await {
                Ok(()) | Err(PostError::Newer) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}
