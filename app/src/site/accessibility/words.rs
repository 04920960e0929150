//! What a statement chooses between, with the names in the database and in forms.

/// How far a site complies with the law. The law knows these three and no others (MDFFS 2019:2, section 6).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compliance {
    /// Nothing is missing.
    Full,
    /// Most of it complies.
    Partial,
    /// Most of it does not.
    None,
}

impl Compliance {
    /// All of them, the best first.
    pub const ALL: [Self; 3] = [Self::Full, Self::Partial, Self::None];

    /// Returns the name in the database and in forms.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Partial => "partial",
            Self::None => "none",
        }
    }

    /// Returns the words of the law.
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::Full => "helt förenlig",
            Self::Partial => "delvis förenlig",
            Self::None => "inte förenlig",
        }
    }

    /// Reads the name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|compliance| compliance.as_str() == name)
    }
}

/// Who assessed a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// The organisation itself.
    Own,
    /// Somebody from outside.
    Outside,
}

impl Method {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Own, Self::Outside];

    /// Returns the name in the database and in forms.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Own => "self",
            Self::Outside => "outside",
        }
    }

    /// Returns the words that staff choose between.
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::Own => "Vi har själva bedömt webbplatsen",
            Self::Outside => "Någon utanför organisationen har bedömt webbplatsen",
        }
    }

    /// Reads the name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.as_str() == name)
    }
}
