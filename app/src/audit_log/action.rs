//! The actions that are recorded.

use std::str::FromStr;

/// Something that staff, or the program by itself, did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AuditAction {
    /// A text was created.
    Begun,
    /// A text was made of another one.
    Copied,
    /// A version of a text was saved.
    Saved,
    /// An older version of a text was restored.
    BroughtBack,
    /// A text was marked as ready for publication.
    SaidReady,
    /// A text that was ready, or was withdrawn, became a draft again.
    MadeDraft,
    /// A text was published, and readers have it.
    Published,
    /// A text was published from a time to come, or when its door opens.
    Scheduled,
    /// A text was taken away from the public.
    Withdrawn,
    /// A text was put into the trash.
    Trashed,
    /// A text was taken out of the trash.
    TakenFromTrash,
    /// A text was deleted for good, thirty days after it was put into the trash.
    Deleted,
    /// A text was hung on a door.
    Hung,
    /// A text was taken off its door.
    TakenDown,
    /// A text got a tag.
    Tagged,
    /// A text lost a tag.
    Untagged,
    /// A review link was made for somebody outside.
    Shared,
    /// A review link was ended.
    Unshared,
    /// A tag was added.
    TagAdded,
    /// A tag was changed.
    TagChanged,
    /// A tag was deleted.
    TagDeleted,
    /// An edition of the calendar was created.
    EditionBegun,
    /// An edition was changed.
    EditionChanged,
    /// An edition was published.
    EditionPublished,
    /// An edition became a draft again.
    EditionHidden,
    /// An edition was deleted.
    EditionDeleted,
    /// The words of a picture were changed.
    PictureChanged,
    /// A picture was exchanged for another one, everywhere.
    PictureReplaced,
    /// A picture was put into the trash.
    PictureTrashed,
    /// A picture was taken out of the trash, or put back after an exchange.
    PictureRestored,
    /// A text got a recording.
    RecordingAdded,
    /// What is said in a text's recording was written down, or changed.
    RecordingChanged,
    /// A text's recording was replaced by another.
    RecordingReplaced,
    /// A text's recording was taken away.
    RecordingRemoved,
    /// A text's recording was brought back.
    RecordingRestored,
    /// A document was added.
    DocumentAdded,
    /// Title or language of a document was changed.
    DocumentChanged,
    /// The file of a document was replaced.
    DocumentReplaced,
    /// A document was put into the bin.
    DocumentTrashed,
    /// A document was taken out of the bin.
    DocumentRestored,
    /// Focus or crop of a picture was changed.
    PictureCropped,
    /// The settings were changed.
    SettingsChanged,
    /// The first account was made.
    FirstAccountMade,
    /// Somebody was invited.
    Invited,
    /// Somebody got a new link for choosing a password.
    LinkRenewed,
    /// Somebody got another role.
    RoleChanged,
    /// Somebody's account was closed.
    AccountClosed,
    /// Somebody's account was opened again.
    AccountOpened,
    /// A message of the public was answered.
    FeedbackAnswered,
    /// A message was closed.
    FeedbackClosed,
    /// A closed message was opened again.
    FeedbackReopened,
    /// A message was put into the trash.
    FeedbackDeleted,
    /// A message was taken out of the trash.
    FeedbackRestored,
    /// Somebody looked at the accessibility statement and changed nothing.
    StatementReviewed,
    /// A text became a reserve of an edition.
    ReserveAdded,
    /// A text is no reserve any more.
    ReserveRemoved,
    /// A reserve filled a door that would have opened without a text.
    ReserveUsed,
    /// The reserves of an edition were switched on.
    ReservesOn,
    /// The reserves of an edition were switched off.
    ReservesOff,
    /// What the ledger says about consent to a text was changed.
    ConsentChanged,
    /// Somebody took consent to a text back.
    ConsentWithdrawn,
    /// A text was said to tell of nobody after all.
    ConsentRemoved,
    /// A text was hidden in order to be erased in a while.
    ErasureAsked,
    /// A text that was to be erased came back.
    ErasureRegretted,
    /// Texts were erased.
    Erased,
    /// A rendition was held against its original, and still says the same.
    RenditionSeen,
    /// A text was imported, or imported anew.
    Imported,
    /// A file from another site was imported.
    MovedIn,
    /// An action that another version of the program recorded and this one does not know.
    Other,
}

impl AuditAction {
    /// Every action that can be recorded.
    pub const ALL: [Self; 68] = [
        Self::Begun,
        Self::Copied,
        Self::Saved,
        Self::BroughtBack,
        Self::SaidReady,
        Self::MadeDraft,
        Self::Published,
        Self::Scheduled,
        Self::Withdrawn,
        Self::Trashed,
        Self::TakenFromTrash,
        Self::Deleted,
        Self::Hung,
        Self::TakenDown,
        Self::Tagged,
        Self::Untagged,
        Self::Shared,
        Self::Unshared,
        Self::TagAdded,
        Self::TagChanged,
        Self::TagDeleted,
        Self::EditionBegun,
        Self::EditionChanged,
        Self::EditionPublished,
        Self::EditionHidden,
        Self::EditionDeleted,
        Self::PictureChanged,
        Self::PictureReplaced,
        Self::PictureTrashed,
        Self::PictureRestored,
        Self::RecordingAdded,
        Self::RecordingChanged,
        Self::RecordingReplaced,
        Self::RecordingRemoved,
        Self::RecordingRestored,
        Self::DocumentAdded,
        Self::DocumentChanged,
        Self::DocumentReplaced,
        Self::DocumentTrashed,
        Self::DocumentRestored,
        Self::PictureCropped,
        Self::SettingsChanged,
        Self::FirstAccountMade,
        Self::Invited,
        Self::LinkRenewed,
        Self::RoleChanged,
        Self::AccountClosed,
        Self::AccountOpened,
        Self::FeedbackAnswered,
        Self::FeedbackClosed,
        Self::FeedbackReopened,
        Self::FeedbackDeleted,
        Self::FeedbackRestored,
        Self::StatementReviewed,
        Self::ReserveAdded,
        Self::ReserveRemoved,
        Self::ReserveUsed,
        Self::ReservesOn,
        Self::ReservesOff,
        Self::ConsentChanged,
        Self::ConsentWithdrawn,
        Self::ConsentRemoved,
        Self::ErasureAsked,
        Self::ErasureRegretted,
        Self::Erased,
        Self::RenditionSeen,
        Self::Imported,
        Self::MovedIn,
    ];

    /// Returns the name in the database.
    pub const fn as_str(self) -> &'static str {
        self.name_and_words().0
    }

    /// Returns the words after the person's name, as in "Anna publicerade texten".
    pub const fn in_words(self) -> &'static str {
        self.name_and_words().1
    }

    const fn name_and_words(self) -> (&'static str, &'static str) {
        match self {
            Self::Begun => ("begun", "började på texten"),
            Self::Copied => ("copied", "kopierade texten"),
            Self::Saved => ("saved", "sparade texten"),
            Self::BroughtBack => ("brought_back", "tog tillbaka en tidigare version av texten"),
            Self::SaidReady => ("said_ready", "gjorde texten klar för publicering"),
            Self::MadeDraft => ("made_draft", "gjorde texten till utkast igen"),
            Self::Published => ("published", "publicerade texten"),
            Self::Scheduled => ("scheduled", "schemalade texten"),
            Self::Withdrawn => ("withdrawn", "drog tillbaka texten"),
            Self::Trashed => ("trashed", "lade texten i papperskorgen"),
            Self::TakenFromTrash => ("taken_from_trash", "tog texten ur papperskorgen"),
            Self::Deleted => ("deleted", "raderade texten för gott"),
            Self::Hung => ("hung", "hängde texten på en lucka"),
            Self::TakenDown => ("taken_down", "tog ner texten från luckan"),
            Self::Tagged => ("tagged", "gav texten en etikett"),
            Self::Untagged => ("untagged", "tog bort en etikett från texten"),
            Self::Shared => ("shared", "delade texten med en länk"),
            Self::Unshared => ("unshared", "avslutade en delad länk till texten"),
            Self::TagAdded => ("tag_added", "lade till etiketten"),
            Self::TagChanged => ("tag_changed", "ändrade etiketten"),
            Self::TagDeleted => ("tag_deleted", "tog bort etiketten"),
            Self::EditionBegun => ("edition_begun", "började på kalendern"),
            Self::EditionChanged => ("edition_changed", "ändrade kalendern"),
            Self::EditionPublished => ("edition_published", "publicerade kalendern"),
            Self::EditionHidden => ("edition_hidden", "gjorde kalendern till utkast igen"),
            Self::EditionDeleted => ("edition_deleted", "tog bort kalendern"),
            Self::PictureChanged => ("picture_changed", "ändrade det som står om bilden"),
            Self::PictureReplaced => ("picture_replaced", "bytte ut bilden"),
            Self::PictureTrashed => ("picture_trashed", "lade bilden i papperskorgen"),
            Self::PictureRestored => ("picture_restored", "tog tillbaka bilden"),
            Self::RecordingAdded => ("recording_added", "lade till en inspelning av texten"),
            Self::RecordingChanged => ("recording_changed", "ändrade utskriften av inspelningen av texten"),
            Self::RecordingReplaced => ("recording_replaced", "bytte inspelningen av texten"),
            Self::RecordingRemoved => ("recording_removed", "tog bort inspelningen av texten"),
            Self::RecordingRestored => ("recording_restored", "tog tillbaka inspelningen av texten"),
            Self::DocumentAdded => ("document_added", "lade till dokumentet"),
            Self::DocumentChanged => ("document_changed", "ändrade dokumentet"),
            Self::DocumentReplaced => ("document_replaced", "bytte fil i dokumentet"),
            Self::DocumentTrashed => ("document_trashed", "lade dokumentet i papperskorgen"),
            Self::DocumentRestored => ("document_restored", "tog dokumentet ur papperskorgen"),
            Self::PictureCropped => ("picture_cropped", "ändrade fokus eller beskärning"),
            Self::SettingsChanged => ("settings_changed", "ändrade inställningarna"),
            Self::FirstAccountMade => ("first_account_made", "skapade webbplatsens första konto"),
            Self::Invited => ("invited", "bjöd in"),
            Self::LinkRenewed => ("link_renewed", "skapade en ny länk för"),
            Self::RoleChanged => ("role_changed", "bytte roll på"),
            Self::AccountClosed => ("account_closed", "stängde kontot för"),
            Self::AccountOpened => ("account_opened", "öppnade kontot för"),
            Self::FeedbackAnswered => ("feedback_answered", "besvarade meddelandet"),
            Self::FeedbackClosed => ("feedback_closed", "avslutade meddelandet"),
            Self::FeedbackReopened => ("feedback_reopened", "öppnade meddelandet igen"),
            Self::FeedbackDeleted => ("feedback_deleted", "tog bort meddelandet"),
            Self::FeedbackRestored => ("feedback_restored", "tog tillbaka meddelandet"),
            Self::StatementReviewed => ("statement_reviewed", "såg över tillgänglighetsredogörelsen"),
            Self::ReserveAdded => ("reserve_added", "gjorde texten till reserv"),
            Self::ReserveRemoved => ("reserve_removed", "tog bort texten från reserverna"),
            Self::ReserveUsed => ("reserve_used", "fyllde en tom lucka med reserven"),
            Self::ReservesOn => ("reserves_on", "slog på reserverna i kalendern"),
            Self::ReservesOff => ("reserves_off", "slog av reserverna i kalendern"),
            Self::ConsentChanged => ("consent_changed", "ändrade samtycket för texten"),
            Self::ConsentWithdrawn => ("consent_withdrawn", "skrev att samtycket är återtaget för texten"),
            Self::ConsentRemoved => {
                ("consent_removed", "tog bort samtycket, för texten är ingens berättelse:")
            }
            Self::ErasureAsked => ("erasure_asked", "dolde texten, som tas bort för alltid om en stund"),
            Self::ErasureRegretted => {
                ("erasure_regretted", "tog tillbaka texten som skulle tas bort för alltid")
            }
            Self::Erased => ("erased", "tog bort för alltid"),
            Self::RenditionSeen => ("rendition_seen", "jämförde med originalet, och texten stämmer:"),
            Self::Imported => ("imported", "lade in texten från en annan webbplats"),
            Self::MovedIn => ("moved_in", "flyttade in texter från filen"),
            Self::Other => ("other", "gjorde något"),
        }
    }
}

/// The name is no action's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownAction;

impl FromStr for AuditAction {
    type Err = UnknownAction;

    fn from_str(name: &str) -> Result<Self, UnknownAction> {
        Self::ALL.into_iter().find(|action| action.as_str() == name).ok_or(UnknownAction)
    }
}

/// Reads the name in the database. A log must stay readable whoever wrote it, so an unknown name is no error.
impl From<String> for AuditAction {
    fn from(name: String) -> Self {
        name.parse().unwrap_or(Self::Other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_is_read_back_and_an_unknown_one_breaks_nothing() {
        for action in AuditAction::ALL {
            assert_eq!(AuditAction::from(action.as_str().to_owned()), action);
            assert_eq!(action.as_str().parse(), Ok(action));
        }
        assert_eq!("Begun".parse::<AuditAction>(), Err(UnknownAction));
        assert_eq!(AuditAction::from("renamed_galaxy".to_owned()), AuditAction::Other);
    }
}
