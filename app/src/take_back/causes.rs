//! Why something of an export was left alone, left out or changed.

use crate::import::Cause;

pub(super) const EDITED: Cause =
    Cause::look("edited-here", "Ändrad här sedan exporten gjordes, och därför inte överskriven");
pub(super) const DELETED: Cause = Cause::note("deleted-here", "Raderad här, och kommer därför inte tillbaka");
pub(super) const RENAMED: Cause = Cause::look("slug-taken", "Adressen var upptagen och fick en siffra");
pub(super) const SETTINGS: Cause = Cause::look(
    "own-settings",
    "Inställningarna har egna värden här, och är inte överskrivna (ta exportens med --settings)",
);
pub(super) const SHORTENED: Cause =
    Cause::look("edition-has-posts", "Kalendern är längre här, och texter hänger på de sista luckorna");
pub(super) const DOOR_TAKEN: Cause =
    Cause::look("door-taken", "Luckan har en annan text här: texten är ett utkast utan lucka");
pub(super) const ADDRESS_TAKEN: Cause =
    Cause::look("address-taken", "Den gamla adressen leder redan någon annanstans");
pub(super) const RENDITION: Cause = Cause::look(
    "rendition-here",
    "Texten som den lättlästa eller översatta hör till finns inte här, eller har redan en egen sådan",
);
pub(super) const PICTURE: Cause = Cause::missing("picture-refused", "Bilden går inte att ta emot");
pub(super) const DOCUMENT: Cause = Cause::missing("document-refused", "Dokumentet går inte att ta emot");
pub(super) const RECORDING: Cause = Cause::missing("recording-refused", "Inspelningen går inte att ta emot");
pub(super) const FILE_MISSING: Cause =
    Cause::missing("file-missing", "Filen saknades redan när exporten gjordes");
