//! The address of the library, which says what of it somebody wants to see, and for which page a picture is chosen.

use crate::media::PictureId;
use crate::paths;
use crate::picture_library::{Filter, Shape, Shelf};
use crate::staff::redirect::LocalPath;
use crate::text_input::line;

/// How many characters of what is searched for count.
const MAX_WORDS: usize = 200;

/// What the address of the library asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct LibraryQuery {
    pub(super) filter: Filter,
    /// The staff's page for which a picture is chosen.
    pub(super) chosen_for: Option<ReturnPath>,
}

/// A page for staff to which a chosen picture is led back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ReturnPath(String);

impl ReturnPath {
    /// Parses the address of a page for staff; `None` for any other.
    pub(super) fn parse(address: &str) -> Option<Self> {
        let path = address.split('?').next().unwrap_or_default();
        let is_page = paths::is_admin(path) && !path.contains("..") && !address.contains('#');
        (is_page && LocalPath::parse(address).is_some()).then(|| Self(address.to_owned()))
    }

    /// Returns the address, without a picture.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the address with a picture chosen.
    pub(super) fn with(&self, picture: PictureId) -> String {
        paths::with_picture(&self.0, picture)
    }
}

impl LibraryQuery {
    /// Parses the query of an address such as `q=bro&visa=oanvanda`. What means nothing is ignored.
    pub(super) fn parse(query: &str) -> Self {
        let pairs: Vec<_> = form_urlencoded::parse(query.as_bytes()).collect();
        let value = |name: &str| {
            let found = pairs.iter().find(|(known, _)| known == name);
            found.map(|(_, value)| line(value)).unwrap_or_default()
        };
        let filter = Filter {
            words: value("q").chars().take(MAX_WORDS).collect::<String>().trim().to_owned(),
            shelf: Shelf::parse(&value("visa")),
            shape: Shape::parse(&value("form")),
            by: value("av").parse().ok(),
            year: value("ar").parse().ok().filter(|year| (1..=9998).contains(year)),
            skipped: value("sida").parse::<u32>().unwrap_or(1).saturating_sub(1),
        };
        Self { filter, chosen_for: ReturnPath::parse(&value("valj")) }
    }

    /// Returns the address of the library. Equal queries have the same address.
    pub(super) fn address(&self) -> String {
        let Filter { words, shelf, shape, by, year, skipped } = &self.filter;
        let mut pairs = vec![
            ("q", words.clone()),
            ("visa", shelf.as_str().to_owned()),
            ("form", shape.map(Shape::as_str).unwrap_or_default().to_owned()),
            ("av", by.map(|by| by.to_string()).unwrap_or_default()),
            ("ar", year.map(|year| year.to_string()).unwrap_or_default()),
            ("valj", self.chosen_for.as_ref().map(|page| page.0.clone()).unwrap_or_default()),
        ];
        if *skipped > 0 {
            pairs.push(("sida", skipped.saturating_add(1).to_string()));
        }
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (name, value) in pairs.iter().filter(|(_, value)| !value.is_empty()) {
            query.append_pair(name, value);
        }
        match query.finish().as_str() {
            "" => paths::PICTURES.to_owned(),
            query => format!("{}?{query}", paths::PICTURES),
        }
    }

    /// Returns the same query for another page, from 1.
    pub(super) fn on_page(&self, page: u32) -> Self {
        let filter = Filter { skipped: page.saturating_sub(1), ..self.filter.clone() };
        Self { filter, chosen_for: self.chosen_for.clone() }
    }

    /// Returns the same query for another part of the library, from the first page on.
    pub(super) fn in_part(&self, part: Shelf) -> Self {
        let filter = Filter { shelf: part, skipped: 0, ..self.filter.clone() };
        Self { filter, chosen_for: self.chosen_for.clone() }
    }

    /// Returns the query that shows all of a part of the library.
    pub(super) fn without_search(&self) -> Self {
        let filter = Filter { shelf: self.filter.shelf, ..Filter::default() };
        Self { filter, chosen_for: self.chosen_for.clone() }
    }

    /// Whether it leaves anything out, apart from the part of the library.
    pub(super) fn leaves_out(&self) -> bool {
        !self.filter.words.is_empty() || self.is_narrowed()
    }

    /// Whether anything is chosen in the form's selects.
    pub(super) const fn is_narrowed(&self) -> bool {
        self.filter.shape.is_some() || self.filter.by.is_some() || self.filter.year.is_some()
    }
}

impl Shelf {
    /// Every part, with its label.
    pub(super) const ALL: [(Self, &'static str); 4] = [
        (Self::All, "Alla"),
        (Self::Unused, "Oanvända"),
        (Self::Undescribed, "Utan bildbeskrivning"),
        (Self::Trash, "Papperskorgen"),
    ];

    /// Returns the word for it in the address.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::All => "",
            Self::Unused => "oanvanda",
            Self::Undescribed => "obeskrivna",
            Self::Trash => "papperskorgen",
        }
    }

    fn parse(word: &str) -> Self {
        Self::ALL.into_iter().map(|(shelf, _)| shelf).find(|shelf| shelf.as_str() == word).unwrap_or_default()
    }
}

impl Shape {
    /// Every shape, with its label.
    pub(super) const ALL: [(Self, &'static str); 4] = [
        (Self::Wide, "Liggande"),
        (Self::High, "Stående"),
        (Self::Square, "Kvadratiska"),
        (Self::Drawing, "Tecknade (SVG)"),
    ];

    /// Returns the word for it in the address.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Wide => "liggande",
            Self::High => "staende",
            Self::Square => "kvadrat",
            Self::Drawing => "svg",
        }
    }

    fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().map(|(shape, _)| shape).find(|shape| shape.as_str() == word)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_a_page_for_staff_gets_a_picture() {
        let id = "0123456789abcdef0123456789abcdef".parse().expect("an id");
        for (page, with) in [
            ("/admin/inlagg/3", "/admin/inlagg/3?bild=0123456789abcdef0123456789abcdef"),
            ("/admin?a=1", "/admin?a=1&bild=0123456789abcdef0123456789abcdef"),
        ] {
            assert_eq!(ReturnPath::parse(page).map(|page| page.with(id)).as_deref(), Some(with));
        }
        for elsewhere in
            ["", "/", "/blogg", "//admin", "/admin/../x", "/administration", "/admin#x", "/admin\\x"]
        {
            assert_eq!(ReturnPath::parse(elsewhere), None, "{elsewhere}");
        }
    }

    proptest! {
        #[test]
        fn an_address_comes_back_as_it_is_and_stays_here(query in "(&?(q|visa|form|av|ar|sida|valj)=[^&]{0,12}){0,8}") {
            let query = LibraryQuery::parse(&query);
            let address = query.address();
            prop_assert!(LocalPath::parse(&address).is_some(), "{}", address);
            let again = LibraryQuery::parse(address.split_once('?').map_or("", |(_, query)| query));
            prop_assert_eq!(again, query);
        }
    }
}
