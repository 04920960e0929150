//! Why something was not done with a text.

/// Why, and what to do instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PostError {
    /// Somebody saved a version that the writer has not seen.
    #[error("Någon annan har sparat en nyare version. Jämför texterna och välj.")]
    Newer,
    /// Something is missing.
    #[error("Texten kan inte publiceras än. Se vad som saknas.")]
    Missing,
    /// The role does not allow it.
    #[error("Texten är publicerad eller schemalagd. Be en redaktör om hjälp.")]
    NotYours,
    /// It is in the trash.
    #[error("Texten ligger i papperskorgen. Ta tillbaka den först.")]
    InTrash,
    /// It is not in the trash any more.
    #[error("Texten ligger inte i papperskorgen.")]
    NotInTrash,
    /// It is not published.
    #[error("Texten är inte publicerad.")]
    NotPublished,
    /// There is no such door.
    #[error("Luckan finns inte längre. Välj en annan dag.")]
    NoDoor,
    /// Only guldkorn hang on doors.
    #[error("Bara guldkorn kan hänga på en lucka.")]
    NotGuldkorn,
    /// What hangs on the door is published, and the role does not allow to move it.
    #[error("På den luckan hänger en text som är publicerad eller schemalagd. Be en redaktör om hjälp.")]
    DoorNotYours,
    /// There is nothing to do it with.
    #[error("Det finns inget att göra: texten är redan sparad.")]
    Nothing,
}
