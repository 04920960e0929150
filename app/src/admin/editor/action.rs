//! What the buttons of the editor's form do.

/// What is to be done with everything that the form holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum EditorAction {
    /// Saves a revision.
    Save,
    /// Saves a revision and marks the post as ready to be published.
    MarkReady,
    /// Saves a revision and gives it to readers.
    Publish,
    /// Autosaves and shows the page as it will be.
    Preview,
    /// Autosaves and shows the newest revision beside the draft.
    Compare,
    /// Autosaves and goes to the documents, to choose one or send one.
    AddDocument,
    /// Autosaves and makes the post a draft again.
    MakeDraft,
    /// Autosaves and takes the post away from its readers.
    Withdraw,
    /// Autosaves and moves the post to the trash.
    MoveToTrash,
    /// Restores the post from the trash.
    RestoreFromTrash,
    /// Autosaves and leads to the picture library, to choose the lead picture.
    ChoosePicture,
    /// Autosaves and hangs the post on the chosen door, or takes it down.
    Hang,
    /// Autosaves and begins the post in plain words, or goes on with that.
    AddEasyRead,
    /// Autosaves and begins the post in the chosen language, or goes on with that.
    AddTranslation,
    /// Autosaves a rendition, and notes that it says what its original says now.
    MarkSeen,
}

impl EditorAction {
    const ALL: [Self; 15] = [
        Self::Save,
        Self::MarkReady,
        Self::Publish,
        Self::Preview,
        Self::Compare,
        Self::AddDocument,
        Self::MakeDraft,
        Self::Withdraw,
        Self::MoveToTrash,
        Self::RestoreFromTrash,
        Self::ChoosePicture,
        Self::Hang,
        Self::AddEasyRead,
        Self::AddTranslation,
        Self::MarkSeen,
    ];

    /// Returns the value of its button, whose name is `action`.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Save => "save",
            Self::MarkReady => "mark_ready",
            Self::Publish => "publish",
            Self::Preview => "preview",
            Self::Compare => "compare",
            Self::AddDocument => "add_document",
            Self::MakeDraft => "make_draft",
            Self::Withdraw => "withdraw",
            Self::MoveToTrash => "move_to_trash",
            Self::RestoreFromTrash => "restore_from_trash",
            Self::ChoosePicture => "choose_picture",
            Self::Hang => "hang",
            Self::AddEasyRead => "add_easy_read",
            Self::AddTranslation => "add_translation",
            Self::MarkSeen => "mark_seen",
        }
    }

    /// Parses a button's value. Saves when there is none, which loses nothing.
    pub(super) fn parse(value: &str) -> Self {
        Self::ALL.into_iter().find(|action| action.as_str() == value).unwrap_or(Self::Save)
    }

    /// Whether all of the editor is another one afterwards, so that our client loads it anew.
    pub(super) const fn changes_whole_page(self) -> bool {
        matches!(self, Self::MoveToTrash | Self::RestoreFromTrash)
    }

    /// Whether it hangs the post on another door when one was chosen in the form.
    pub(super) const fn follows_door(self) -> bool {
        matches!(self, Self::Save | Self::MarkReady | Self::Publish)
    }
}
