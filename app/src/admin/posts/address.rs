//! The address of the staff's list of posts, which says what of it somebody wants to see.

use crate::paths;
use crate::posts::list::{Author, EasyRead, Filter, FilterKind, Sort};
use crate::posts::{GuldkornForm, PostStatus};
use crate::text_input::line;

/// How many characters of what is searched for count.
const MAX_WORDS: usize = 200;

impl Filter {
    /// Parses the query of an address such as `q=mod&status=utkast`. What means nothing is ignored.
    pub(in crate::admin) fn parse(query: &str) -> Self {
        let pairs: Vec<_> = form_urlencoded::parse(query.as_bytes()).collect();
        let value = |name: &str| {
            let found = pairs.iter().find(|(known, _)| known == name);
            found.map(|(_, value)| line(value)).unwrap_or_default()
        };
        Self {
            words: value("q").chars().take(MAX_WORDS).collect::<String>().trim().to_owned(),
            status: PostStatus::parse(&value("status")),
            kind: FilterKind::parse(&value("typ")),
            tag: value("etikett"),
            author: Author::parse(&value("av")),
            easy_read: EasyRead::parse(&value("lattlast")),
            year: value("ar").parse().ok().filter(|year| (1..=9998).contains(year)),
            sort: Sort::parse(&value("sort")),
            skipped: value("sida").parse::<u32>().unwrap_or(1).saturating_sub(1),
        }
    }

    /// Returns the address of the list. Equal filters have the same address.
    pub(in crate::admin) fn address(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (name, value) in self.pairs() {
            query.append_pair(name, &value);
        }
        match query.finish().as_str() {
            "" => paths::POSTS.to_owned(),
            query => format!("{}?{query}", paths::POSTS),
        }
    }

    /// Returns the same filter for another page, from 1.
    pub(in crate::admin) fn on_page(&self, page: u32) -> Self {
        Self { skipped: page.saturating_sub(1), ..self.clone() }
    }

    /// Returns the same filter for another status, from the first page on.
    pub(in crate::admin) fn with_status(&self, status: Option<PostStatus>) -> Self {
        Self { status, skipped: 0, ..self.clone() }
    }

    /// Whether it leaves anything out, apart from the status.
    pub(in crate::admin) fn leaves_out(&self) -> bool {
        !self.words.is_empty() || self.is_narrowed()
    }

    /// Whether anything is chosen in the form's selects.
    pub(in crate::admin) fn is_narrowed(&self) -> bool {
        let order =
            Self { words: self.words.clone(), status: self.status, skipped: self.skipped, ..Self::default() };
        *self != order
    }

    fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = vec![
            ("q", self.words.clone()),
            ("status", self.status.map(PostStatus::as_str).unwrap_or_default().to_owned()),
            ("typ", self.kind.map(FilterKind::as_str).unwrap_or_default().to_owned()),
            ("etikett", self.tag.clone()),
            ("av", self.author.as_ref().map(Author::value).unwrap_or_default()),
            ("lattlast", self.easy_read.map(EasyRead::as_str).unwrap_or_default().to_owned()),
            ("ar", self.year.map(|year| year.to_string()).unwrap_or_default()),
            ("sort", self.sort.as_str().to_owned()),
        ];
        if self.skipped > 0 {
            pairs.push(("sida", self.skipped.saturating_add(1).to_string()));
        }
        pairs.retain(|(_, value)| !value.is_empty());
        pairs
    }
}

impl FilterKind {
    /// Every kind, with its label.
    pub(in crate::admin) const ALL: [(Self, &'static str); 7] = [
        (Self::Article, "Artiklar"),
        (Self::Guldkorn, "Alla guldkorn"),
        (Self::Form(GuldkornForm::Quote), "Guldkorn: citat"),
        (Self::Form(GuldkornForm::Story), "Guldkorn: berättelser"),
        (Self::Form(GuldkornForm::Thought), "Guldkorn: tankar"),
        (Self::Form(GuldkornForm::Photo), "Guldkorn: bilder"),
        (Self::Voice, "Röster"),
    ];

    /// Returns the word for it in the address.
    pub(in crate::admin) const fn as_str(self) -> &'static str {
        match self {
            Self::Article => "artikel",
            Self::Guldkorn => "guldkorn",
            Self::Form(GuldkornForm::Quote) => "citat",
            Self::Form(GuldkornForm::Story) => "berattelse",
            Self::Form(GuldkornForm::Thought) => "tanke",
            Self::Form(GuldkornForm::Photo) => "bild",
            Self::Voice => "rost",
        }
    }

    fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().map(|(kind, _)| kind).find(|kind| kind.as_str() == word)
    }
}

impl EasyRead {
    /// Both, each with its label.
    pub(in crate::admin) const ALL: [(Self, &'static str); 2] =
        [(Self::There, "Finns"), (Self::Missing, "Saknas")];

    /// Returns the word for it in the address.
    pub(in crate::admin) const fn as_str(self) -> &'static str {
        match self {
            Self::There => "finns",
            Self::Missing => "saknas",
        }
    }

    fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().map(|(value, _)| value).find(|value| value.as_str() == word)
    }
}

impl Author {
    /// Returns the value for it in the address. No byline is expected to begin with `@`.
    pub(in crate::admin) fn value(&self) -> String {
        match self {
            Self::Byline(name) => name.clone(),
            Self::Begun(staff) => format!("@{staff}"),
        }
    }

    fn parse(value: &str) -> Option<Self> {
        match value.strip_prefix('@').and_then(|number| number.parse().ok()) {
            Some(staff) => Some(Self::Begun(staff)),
            None => (!value.is_empty()).then(|| Self::Byline(value.to_owned())),
        }
    }
}

impl Sort {
    /// Every order, with its label.
    pub(in crate::admin) const ALL: [(Self, &'static str); 3] =
        [(Self::Changed, "Senast ändrade"), (Self::Published, "Senast publicerade"), (Self::Title, "Rubrik")];

    /// Returns the word for it in the address.
    pub(in crate::admin) const fn as_str(self) -> &'static str {
        match self {
            Self::Changed => "",
            Self::Published => "publicering",
            Self::Title => "titel",
        }
    }

    fn parse(word: &str) -> Self {
        Self::ALL.into_iter().map(|(sort, _)| sort).find(|sort| sort.as_str() == word).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::staff::StaffId;

    #[test]
    fn what_means_nothing_is_ignored() {
        assert_eq!(Filter::parse(""), Filter::default());
        assert_eq!(
            Filter::parse("status=x&typ=sonett&av=&ar=i%20fjol&sort=slump&sida=-1&q=+"),
            Filter::default()
        );
        let filter =
            Filter::parse("q=sm%C3%A5+steg&status=utkast&typ=citat&av=%403&ar=2026&sort=titel&sida=2");
        assert_eq!(filter.words, "små steg");
        assert_eq!((filter.status, filter.year, filter.skipped), (Some(PostStatus::Draft), Some(2026), 1));
        assert_eq!(
            (filter.kind, filter.author.clone()),
            (FilterKind::parse("citat"), Some(Author::Begun(StaffId(3))))
        );
        assert!(filter.leaves_out() && filter.is_narrowed());
        assert!(!Filter::parse("status=klar&sida=2&q=mod").is_narrowed());
        assert_eq!(Filter::default().address(), "/admin/inlagg");
    }

    proptest! {
        #[test]
        fn an_address_comes_back_as_it_is_and_stays_here(query in "(&?(q|status|typ|etikett|av|ar|sort|sida)=[^&]{0,12}){0,9}") {
            let filter = Filter::parse(&query);
            let address = filter.address();
            prop_assert!(crate::staff::redirect::LocalPath::parse(&address).is_some(), "{}", address);
            let again = Filter::parse(address.split_once('?').map_or("", |(_, query)| query));
            prop_assert_eq!(again, filter);
        }
    }
}
