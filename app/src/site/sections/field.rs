//! Fields and lists of which the sections consist.

use super::picture_place::PicturePlace;

/// A field of a section or of a list's rows.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SettingField {
    /// The name in the form.
    pub(crate) name: &'static str,
    /// The label, in Swedish.
    pub(crate) label: &'static str,
    /// The hint, in Swedish; may be empty.
    pub(crate) hint: &'static str,
    /// Which values are valid.
    pub(crate) rule: Rule,
}

/// Which values of a field are valid. `validate` has the messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rule {
    /// At most so many characters, or nothing.
    Text(usize),
    /// At least one and at most so many characters.
    Needed(usize),
    /// Lines of text, at most so many characters in all.
    Lines(usize),
    /// Yes, or no when it is empty.
    Switch,
    /// One of these values, each with its name.
    Choice(&'static [(&'static str, &'static str)]),
    /// A colour, or nothing.
    Colour,
    /// An e-mail address, or nothing.
    Email,
    /// A telephone number, or nothing.
    Phone,
    /// A telephone number.
    NeededPhone,
    /// A page of this site that exists, or an address elsewhere.
    Link,
    /// A picture of the library that suits its place, or nothing.
    Picture(PicturePlace),
    /// The address of this site, or nothing.
    Address,
    /// Addresses of other sites, one a line, or nothing.
    Origins,
    /// The address of a page on another site.
    Elsewhere,
    /// A zone of the time-zone database, by its name.
    TimeZone,
    /// A day, today or earlier.
    Day,
    /// A day, also one to come, or nothing.
    AnyDay,
}

/// The value of a switch that is on.
pub(crate) const SWITCH_ON: &str = "ja";

/// A list of rows.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SettingList {
    /// The name in the form.
    pub(crate) name: &'static str,
    /// The heading, in Swedish.
    pub(crate) title: &'static str,
    /// What one row is, in Swedish: "länk i menyn".
    pub(crate) one: &'static str,
    /// Whether the order of its rows matters.
    pub(crate) is_ordered: bool,
    /// The fields of each row. The value of the first names the row.
    pub(crate) fields: &'static [SettingField],
}

/// Describes a field.
pub(super) const fn field(
    name: &'static str,
    label: &'static str,
    rule: Rule,
    hint: &'static str,
) -> SettingField {
    SettingField { name, label, hint, rule }
}
