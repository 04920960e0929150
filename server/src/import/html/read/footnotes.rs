//! Footnotes: a link to a note that links back.

use std::collections::{HashMap, HashSet};

use ego_tree::{NodeId, NodeRef};
use scraper::node::Element;
use scraper::{Html, Node};

use super::super::document::Block;
use super::{Place, Reader};

/// How many footnotes a text may have.
const MOST: usize = 1000;
/// How far up from a link's target its note may be.
const HIGHEST: usize = 6;

/// The footnotes of a text.
#[derive(Debug, Default)]
pub(super) struct Footnotes {
    /// Labels of references, by the link or the `sup` around it.
    labels: HashMap<NodeId, u32>,
    /// The notes in the order of their labels.
    notes: Vec<(NodeId, u32)>,
    /// Links from notes back to the text.
    backs: HashSet<NodeId>,
}

impl Footnotes {
    /// Finds the footnotes of a tree.
    pub(super) fn find(tree: &Html) -> Self {
        let mut found = Self::default();
        let root = tree.tree.root();
        let links: Vec<(NodeRef<'_, Node>, &str)> =
            root.descendants().filter_map(|node| Some((node, fragment(node)?))).collect();
        if links.is_empty() {
            return found;
        }
        let named = named(root);
        let mut by_note: HashMap<NodeId, u32> = HashMap::new();
        for (link, name) in links {
            let target = named.get(name).or_else(|| named.get(name.trim_start_matches('_')));
            let Some(note) = target.and_then(|target| note_around(*target)) else { continue };
            if note.descendants().any(|inner| inner.id() == link.id()) || by_note.len() >= MOST {
                continue;
            }
            let backs = backs(note, &names_of(link));
            if backs.is_empty() {
                continue;
            }
            let next = u32::try_from(by_note.len() + 1).unwrap_or(u32::MAX);
            let label = *by_note.entry(note.id()).or_insert_with(|| {
                found.notes.push((note.id(), next));
                next
            });
            found.backs.extend(backs);
            found.labels.insert(mark_around(link).id(), label);
        }
        found
    }

    /// Returns the label of the footnote to which an element refers.
    pub(super) fn label(&self, element: NodeId) -> Option<u32> {
        self.labels.get(&element).copied()
    }

    /// Returns the elements that are notes.
    pub(super) fn notes(&self) -> impl Iterator<Item = NodeId> {
        self.notes.iter().map(|(note, _)| *note)
    }

    /// Whether a link leads from a note back to the text.
    pub(super) fn is_back(&self, link: NodeId) -> bool {
        self.backs.contains(&link)
    }
}

impl Reader<'_> {
    /// Returns the notes as blocks. `tree` is where they were found.
    pub(super) fn notes(&mut self, tree: &Html) -> Vec<Block> {
        let notes = std::mem::take(&mut self.footnotes.notes);
        let mut blocks = Vec::with_capacity(notes.len());
        for (note, label) in notes {
            if let Some(note) = tree.tree.get(note) {
                let words = self.blocks(note, Place { nesting: 1, ..Place::default() });
                blocks.push(Block::Footnote(label, words));
            }
        }
        blocks
    }
}

/// Returns the name to which a link within the text leads.
fn fragment(node: NodeRef<'_, Node>) -> Option<&str> {
    let element = node.value().as_element().filter(|element| element.name() == "a")?;
    element.attr("href")?.trim().strip_prefix('#').filter(|name| !name.is_empty())
}

/// Returns all named elements; of two with one name, the first.
fn named(root: NodeRef<'_, Node>) -> HashMap<&str, NodeRef<'_, Node>> {
    let mut named = HashMap::new();
    for node in root.descendants() {
        let Some(element) = node.value().as_element() else { continue };
        for name in [element.attr("id"), element.attr("name")].into_iter().flatten() {
            named.entry(name).or_insert(node);
        }
    }
    named
}

/// Returns the note that a target is or lies in.
fn note_around(target: NodeRef<'_, Node>) -> Option<NodeRef<'_, Node>> {
    let around = || std::iter::once(target).chain(target.ancestors()).take(HIGHEST);
    let is =
        |node: &NodeRef<'_, Node>, name: &str| node.value().as_element().map(Element::name) == Some(name);
    around()
        .find(|node| is(node, "li") || is_word_note(*node))
        .or_else(|| around().find(|node| is(node, "p")))
}

/// Whether an element is a note as word processors write it.
fn is_word_note(node: NodeRef<'_, Node>) -> bool {
    let id = node.value().as_element().and_then(|element| element.attr("id")).unwrap_or_default();
    ["ftn", "edn", "sdfootnote", "sdendnote"].iter().any(|start| id.starts_with(start))
}

/// Returns the names by which a note can lead back to a link: its own, or those of the mark around it.
fn names_of(link: NodeRef<'_, Node>) -> Vec<&str> {
    let is_mark = |element: &&Element| matches!(element.name(), "sup" | "span");
    let around = link.parent().and_then(|parent| parent.value().as_element()).filter(is_mark);
    let elements = link.value().as_element().into_iter().chain(around);
    elements.flat_map(|element| [element.attr("id"), element.attr("name")]).flatten().collect()
}

/// Returns the links of a note that lead back to one of the names.
fn backs(note: NodeRef<'_, Node>, names: &[&str]) -> Vec<NodeId> {
    let links = note.descendants().filter_map(|node| Some((node.id(), fragment(node)?)));
    links.filter(|(_, name)| names.contains(name)).map(|(id, _)| id).collect()
}

/// Returns the `sup` around a reference that holds nothing else, or the link itself.
fn mark_around(link: NodeRef<'_, Node>) -> NodeRef<'_, Node> {
    let parent = link.parent().filter(|parent| parent.value().as_element().map(Element::name) == Some("sup"));
    parent
        .filter(|parent| parent.children().filter(|child| child.value().is_element()).count() == 1)
        .unwrap_or(link)
}
