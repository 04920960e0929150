//! The actions that are recorded.

use std::str::FromStr;

/// Defines the actions, each with its name in the database and the words after the person's name, as in "Anna publicerade texten".
macro_rules! audit_actions {
    ($($(#[$meta:meta])* $action:ident($name:literal, $words:literal)),+ $(,)?) => {
        /// Something that staff, or the program by itself, did.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum AuditAction {
            $($(#[$meta])* $action,)+
            /// An action that another version of the program recorded and this one does not know.
            Other,
        }

        impl AuditAction {
            /// Every action that can be recorded.
            pub const ALL: [Self; [$(Self::$action),+].len()] = [$(Self::$action),+];

            /// Returns the name in the database.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$action => $name,)+
                    Self::Other => "other",
                }
            }

            /// Returns the words after the person's name.
            pub const fn in_words(self) -> &'static str {
                match self {
                    $(Self::$action => $words,)+
                    Self::Other => "gjorde något",
                }
            }
        }
    };
}

audit_actions! {
    /// A text was created.
    Begun("begun", "började på texten"),
    /// A text was made of another one.
    Copied("copied", "kopierade texten"),
    /// A version of a text was saved.
    Saved("saved", "sparade texten"),
    /// An older version of a text was restored.
    BroughtBack("brought_back", "tog tillbaka en tidigare version av texten"),
    /// A text was marked as ready for publication.
    SaidReady("said_ready", "gjorde texten klar för publicering"),
    /// A text that was ready, or was withdrawn, became a draft again.
    MadeDraft("made_draft", "gjorde texten till utkast igen"),
    /// A text was published, and readers have it.
    Published("published", "publicerade texten"),
    /// A text was published from a time to come, or when its door opens.
    Scheduled("scheduled", "schemalade texten"),
    /// A text was taken away from the public.
    Withdrawn("withdrawn", "drog tillbaka texten"),
    /// A text was put into the trash.
    Trashed("trashed", "lade texten i papperskorgen"),
    /// A text was taken out of the trash.
    TakenFromTrash("taken_from_trash", "tog texten ur papperskorgen"),
    /// A text was deleted for good, thirty days after it was put into the trash.
    Deleted("deleted", "raderade texten för gott"),
    /// A text was hung on a door.
    Hung("hung", "hängde texten på en lucka"),
    /// A text was taken off its door.
    TakenDown("taken_down", "tog ner texten från luckan"),
    /// A text got a tag.
    Tagged("tagged", "gav texten en etikett"),
    /// A text lost a tag.
    Untagged("untagged", "tog bort en etikett från texten"),
    /// A review link was made for somebody outside.
    Shared("shared", "delade texten med en länk"),
    /// A review link was ended.
    Unshared("unshared", "avslutade en delad länk till texten"),
    /// A tag was added.
    TagAdded("tag_added", "lade till etiketten"),
    /// A tag was changed.
    TagChanged("tag_changed", "ändrade etiketten"),
    /// A tag was deleted.
    TagDeleted("tag_deleted", "tog bort etiketten"),
    /// An edition of the calendar was created.
    EditionBegun("edition_begun", "började på kalendern"),
    /// An edition was changed.
    EditionChanged("edition_changed", "ändrade kalendern"),
    /// An edition was published.
    EditionPublished("edition_published", "publicerade kalendern"),
    /// An edition became a draft again.
    EditionHidden("edition_hidden", "gjorde kalendern till utkast igen"),
    /// An edition was deleted.
    EditionDeleted("edition_deleted", "tog bort kalendern"),
    /// The words of a picture were changed.
    PictureChanged("picture_changed", "ändrade det som står om bilden"),
    /// A picture was exchanged for another one, everywhere.
    PictureReplaced("picture_replaced", "bytte ut bilden"),
    /// A picture was put into the trash.
    PictureTrashed("picture_trashed", "lade bilden i papperskorgen"),
    /// A picture was taken out of the trash, or put back after an exchange.
    PictureRestored("picture_restored", "tog tillbaka bilden"),
    /// A text got a recording.
    RecordingAdded("recording_added", "lade till en inspelning av texten"),
    /// What is said in a text's recording was written down, or changed.
    RecordingChanged("recording_changed", "ändrade utskriften av inspelningen av texten"),
    /// A text's recording was replaced by another.
    RecordingReplaced("recording_replaced", "bytte inspelningen av texten"),
    /// A text's recording was taken away.
    RecordingRemoved("recording_removed", "tog bort inspelningen av texten"),
    /// A text's recording was brought back.
    RecordingRestored("recording_restored", "tog tillbaka inspelningen av texten"),
    /// A document was added.
    DocumentAdded("document_added", "lade till dokumentet"),
    /// Title or language of a document was changed.
    DocumentChanged("document_changed", "ändrade dokumentet"),
    /// The file of a document was replaced.
    DocumentReplaced("document_replaced", "bytte fil i dokumentet"),
    /// A document was put into the bin.
    DocumentTrashed("document_trashed", "lade dokumentet i papperskorgen"),
    /// A document was taken out of the bin.
    DocumentRestored("document_restored", "tog dokumentet ur papperskorgen"),
    /// Focus or crop of a picture was changed.
    PictureCropped("picture_cropped", "ändrade fokus eller beskärning"),
    /// The settings were changed.
    SettingsChanged("settings_changed", "ändrade inställningarna"),
    /// The first account was made.
    FirstAccountMade("first_account_made", "skapade webbplatsens första konto"),
    /// Somebody was invited.
    Invited("invited", "bjöd in"),
    /// Somebody got a new link for choosing a password.
    LinkRenewed("link_renewed", "skapade en ny länk för"),
    /// Somebody got another role.
    RoleChanged("role_changed", "bytte roll på"),
    /// Somebody's account was closed.
    AccountClosed("account_closed", "stängde kontot för"),
    /// Somebody's account was opened again.
    AccountOpened("account_opened", "öppnade kontot för"),
    /// A message of the public was answered.
    FeedbackAnswered("feedback_answered", "besvarade meddelandet"),
    /// A message was closed.
    FeedbackClosed("feedback_closed", "avslutade meddelandet"),
    /// A closed message was opened again.
    FeedbackReopened("feedback_reopened", "öppnade meddelandet igen"),
    /// A message was put into the trash.
    FeedbackDeleted("feedback_deleted", "tog bort meddelandet"),
    /// A message was taken out of the trash.
    FeedbackRestored("feedback_restored", "tog tillbaka meddelandet"),
    /// Somebody looked at the accessibility statement and changed nothing.
    StatementReviewed("statement_reviewed", "såg över tillgänglighetsredogörelsen"),
    /// A text became a reserve of an edition.
    ReserveAdded("reserve_added", "gjorde texten till reserv"),
    /// A text is no reserve any more.
    ReserveRemoved("reserve_removed", "tog bort texten från reserverna"),
    /// A reserve filled a door that would have opened without a text.
    ReserveUsed("reserve_used", "fyllde en tom lucka med reserven"),
    /// The reserves of an edition were switched on.
    ReservesOn("reserves_on", "slog på reserverna i kalendern"),
    /// The reserves of an edition were switched off.
    ReservesOff("reserves_off", "slog av reserverna i kalendern"),
    /// What the ledger says about consent to a text was changed.
    ConsentChanged("consent_changed", "ändrade samtycket för texten"),
    /// Somebody took consent to a text back.
    ConsentWithdrawn("consent_withdrawn", "skrev att samtycket är återtaget för texten"),
    /// A text was said to tell of nobody after all.
    ConsentRemoved("consent_removed", "tog bort samtycket, för texten är ingens berättelse:"),
    /// A text was hidden in order to be erased in a while.
    ErasureAsked("erasure_asked", "dolde texten, som tas bort för alltid om en stund"),
    /// A text that was to be erased came back.
    ErasureRegretted("erasure_regretted", "tog tillbaka texten som skulle tas bort för alltid"),
    /// Texts were erased.
    Erased("erased", "tog bort för alltid"),
    /// A rendition was held against its original, and still says the same.
    RenditionSeen("rendition_seen", "jämförde med originalet, och texten stämmer:"),
    /// A text was imported, or imported anew.
    Imported("imported", "lade in texten från en annan webbplats"),
    /// A file from another site was imported.
    MovedIn("moved_in", "flyttade in texter från filen"),
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
