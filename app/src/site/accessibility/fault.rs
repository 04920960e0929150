//! Something that does not work for everybody.

/// A known fault, or content that the law leaves out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fault {
    /// What does not work.
    pub what: String,
    /// Where: pages or parts of the site.
    pub place: String,
    /// Whom it meets most.
    pub situation: Situation,
    /// Why it is not mended.
    pub reason: Reason,
    /// Why mending would be a disproportionate burden; the law (section 12) asks for the assessment itself.
    pub assessment: String,
    /// How to get the same another way.
    pub alternative: String,
    /// The criterion of WCAG, such as "1.2.2".
    pub criterion: String,
    /// When it will be mended, as yyyy-mm-dd; empty for not yet decided.
    pub planned: String,
}

/// Why something does not work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reason {
    /// It should, and does not yet.
    #[default]
    Fault,
    /// Mending it would be a disproportionate burden (section 12 of the law).
    Burden,
    /// The law does not ask for it (section 9), such as old documents and content of others.
    Outside,
}

impl Reason {
    /// All of them, in the order of the statement.
    pub const ALL: [Self; 3] = [Self::Fault, Self::Burden, Self::Outside];

    /// Returns the name in the database and in forms.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Fault => "fault",
            Self::Burden => "burden",
            Self::Outside => "outside",
        }
    }

    /// Returns the heading of the statement and the words that staff choose between.
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::Fault => "Bristande förenlighet med lagkraven",
            Self::Burden => "Oskäligt betungande anpassning",
            Self::Outside => "Innehåll som inte omfattas av lagen",
        }
    }

    /// Reads the name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.as_str() == name)
    }
}

/// Declares the situations with their names and words.
macro_rules! situations {
    ($($name:ident, $id:literal, $words:literal;)*) => {
        /// A situation in which somebody uses the site: the functional needs of EN 301 549, by which Digg groups faults.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
        #[expect(missing_docs, reason = "the words beside them say it")]
        pub enum Situation { #[default] $($name),* }

        impl Situation {
            /// All of them, in the order of the statement.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// Returns the name in the database and in forms.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $id),* }
            }

            /// Returns the words after "Användning", which staff also choose between.
            pub const fn in_words(self) -> &'static str {
                match self { $(Self::$name => $words),* }
            }
        }
    };
}

situations! {
    Blind, "blind", "utan syn";
    LowVision, "low_vision", "med nedsatt syn";
    Colour, "colour", "med nedsatt färgseende";
    Deaf, "deaf", "utan hörsel";
    HardOfHearing, "hard_of_hearing", "med nedsatt hörsel";
    Speech, "speech", "utan röst";
    Dexterity, "dexterity", "med nedsatt finmotorik eller styrka";
    Reach, "reach", "med nedsatt rörlighet";
    Flicker, "flicker", "med känslighet för flimmer";
    Cognition, "cognition", "med kognitiv nedsättning";
}

impl Situation {
    /// Reads the name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|situation| situation.as_str() == name)
    }
}
