//! Writes lines.

use super::super::document::{Line, Marks, Picture, Unit, What};
use super::escape::{self, is_punctuation, is_word};

/// A kind of mark that has a beginning and an end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Link(u32),
    Emphasis,
    Strong,
    Strike,
}

impl Mark {
    const fn sign(self) -> &'static str {
        match self {
            Self::Link(_) => "[",
            Self::Emphasis => "*",
            Self::Strong => "**",
            Self::Strike => "~~",
        }
    }
}

/// A run of pieces with the same marks: text, or a single other piece.
struct Run<'a> {
    units: &'a [Unit],
    marks: Marks,
    /// For each mark, in the order of [`kinds`], at which run it ends.
    ends: [usize; 4],
}

/// Writes a line.
pub(super) fn write(line: &Line, links: &[String]) -> String {
    let runs = runs(line);
    let mut markdown = String::with_capacity(line.len() + 16);
    let mut open: Vec<Mark> = Vec::new();
    for (at, run) in runs.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| runs.get(before));
        close(&mut open, run.marks, links, &mut markdown);
        if let Some(address) = bare(run, before, runs.get(at + 1), links, &open) {
            markdown.push_str(&address);
            continue;
        }
        let mut begin: Vec<(usize, Mark)> =
            kinds(run.marks).into_iter().zip(run.ends).filter_map(|(mark, end)| Some((end, mark?))).collect();
        begin.retain(|(_, mark)| !open.contains(mark));
        // What lasts longest is the outermost.
        begin.sort_by_key(|(end, _)| std::cmp::Reverse(*end));
        // No mark opens before a space.
        let is_spaced =
            !begin.is_empty() && run.units.len() > 1 && plain_edge(run.units.first()) == Some(' ');
        if is_spaced {
            markdown.push(' ');
        }
        for (_, mark) in begin {
            markdown.push_str(mark.sign());
            open.push(mark);
        }
        let units = run.units.get(usize::from(is_spaced)..).unwrap_or_default();
        push_run(&Run { units, ..*run }, before, runs.get(at + 1), &mut markdown);
    }
    close(&mut open, Marks::default(), links, &mut markdown);
    markdown
}

/// Closes the marks that do not go on, with those within them.
fn close(open: &mut Vec<Mark>, marks: Marks, links: &[String], markdown: &mut String) {
    let goes_on = |mark: &Mark| kinds(marks).contains(&Some(*mark));
    let keep = open.iter().take_while(|mark| goes_on(mark)).count();
    while open.len() > keep {
        match open.pop() {
            Some(Mark::Link(link)) => {
                let address = links.get(link as usize).map(String::as_str).unwrap_or_default();
                markdown.extend(["](", &*escape::address(address), ")"]);
            }
            Some(mark) => markdown.push_str(mark.sign()),
            None => {}
        }
    }
}

fn kinds(marks: Marks) -> [Option<Mark>; 4] {
    [
        marks.link.map(Mark::Link),
        marks.emphasis.then_some(Mark::Emphasis),
        marks.strong.then_some(Mark::Strong),
        marks.strike.then_some(Mark::Strike),
    ]
}

fn runs(line: &Line) -> Vec<Run<'_>> {
    let is_text = |unit: &Unit| matches!(unit.what, What::Char(_));
    let parts = line.chunk_by(|one, other| is_text(one) && is_text(other) && one.marks == other.marks);
    let mut runs: Vec<Run<'_>> =
        parts.filter_map(|units| Some(Run { units, marks: units.first()?.marks, ends: [0; 4] })).collect();
    let mut after: Option<(Marks, [usize; 4])> = None;
    for (at, run) in runs.iter_mut().enumerate().rev() {
        let own = kinds(run.marks);
        let next = after.map_or([None; 4], |(marks, _)| kinds(marks));
        for kind in 0..4 {
            run.ends[kind] = match after {
                Some((_, ends)) if own[kind].is_some() && own[kind] == next[kind] => ends[kind],
                _ => at,
            };
        }
        after = Some((run.marks, run.ends));
    }
    runs
}

fn push_run(run: &Run<'_>, before: Option<&Run<'_>>, after: Option<&Run<'_>>, markdown: &mut String) {
    let Some(first) = run.units.first() else { return };
    match &first.what {
        What::Picture(shown) => markdown.push_str(&picture(shown)),
        What::Note(label) => markdown.extend(["[^", &label.to_string(), "]"]),
        What::Break => markdown.push_str("\\\n"),
        What::Char(_) => {
            let text: Vec<char> = letters(run.units);
            if run.marks.code {
                return push_code(&text, markdown);
            }
            let mut escaped = String::with_capacity(text.len() + 8);
            let first_encoded = before.is_some_and(|before| must_encode(before, run, true));
            let last_encoded = after.is_some_and(|after| must_encode(run, after, false));
            let from = usize::from(first_encoded);
            let to = text.len() - usize::from(last_encoded && text.len() > from);
            push_encoded(text.get(..from).unwrap_or_default(), &mut escaped);
            escape::push_text(text.get(from..to).unwrap_or_default(), &mut escaped);
            push_encoded(text.get(to..).unwrap_or_default(), &mut escaped);
            if escaped.ends_with('!') && after.is_some_and(|after| begins_with_bracket(run, after)) {
                escaped.insert(escaped.len() - 1, '\\');
            }
            let after_note = before
                .is_some_and(|before| matches!(before.units.last(), Some(Unit { what: What::Note(_), .. })));
            if after_note && escaped.starts_with(['(', ':']) {
                escaped.insert(0, '\\');
            }
            let is_after_break = markdown.ends_with("\\\n");
            if is_after_break || markdown.is_empty() {
                escaped = escape::start(&escaped, is_after_break);
            }
            markdown.push_str(&escaped);
        }
    }
}

/// Whether what comes after a run begins with a bracket, which an exclamation mark before it would make a picture.
fn begins_with_bracket(run: &Run<'_>, after: &Run<'_>) -> bool {
    let is_note = matches!(after.units.first(), Some(Unit { what: What::Note(_), .. }));
    is_note || (after.marks.link.is_some() && after.marks.link != run.marks.link)
}

/// Writes letters as character references.
fn push_encoded(letters: &[char], markdown: &mut String) {
    for letter in letters {
        markdown.extend(["&#", &u32::from(*letter).to_string(), ";"]);
    }
}

/// Signs of emphasis open or close only beside certain letters. Returns whether the letter at one side of a boundary must be
/// encoded: the first of `right`, or the last of `left`.
fn must_encode(left: &Run<'_>, right: &Run<'_>, first: bool) -> bool {
    let emphasis = |marks: Marks| kinds(Marks { link: None, ..marks });
    let (of_left, of_right) = (emphasis(left.marks), emphasis(right.marks));
    let ends = of_left.iter().flatten().any(|mark| !of_right.contains(&Some(*mark)));
    let begins = of_right.iter().flatten().any(|mark| !of_left.contains(&Some(*mark)));
    let edge = |run: &Run<'_>, other: &Run<'_>, unit: Option<&Unit>| match unit {
        Some(Unit { what: What::Char(c), .. })
            if (!run.marks.code || other.marks.code)
                && (run.marks.link.is_none() || run.marks.link == other.marks.link) =>
        {
            *c
        }
        _ => '[',
    };
    let (l, r) = (edge(left, right, left.units.last()), edge(right, left, right.units.first()));
    if first {
        ends && is_punctuation(l) && plain_edge(right.units.first()).is_some_and(is_word)
    } else {
        begins && is_punctuation(r) && plain_edge(left.units.last()).is_some_and(is_word)
    }
}

fn plain_edge(unit: Option<&Unit>) -> Option<char> {
    if let Some(Unit { what: What::Char(c), .. }) = unit { Some(*c) } else { None }
}

fn letters(units: &[Unit]) -> Vec<char> {
    units.iter().filter_map(|unit| plain_edge(Some(unit))).collect()
}

fn push_code(text: &[char], markdown: &mut String) {
    let (mut longest, mut run) = (0, 0);
    for c in text {
        run = if *c == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    let fence = "`".repeat(longest + 1);
    let is_padded = text.first() == Some(&'`')
        || text.last() == Some(&'`')
        || (text.first() == Some(&' ') && text.last() == Some(&' ') && text.iter().any(|c| *c != ' '));
    let space = if is_padded { " " } else { "" };
    markdown.extend([&*fence, space]);
    markdown.extend(text);
    markdown.extend([space, &*fence]);
}

/// Writes a link whose words are its address as `<address>`; `None` for any other.
fn bare(
    run: &Run<'_>,
    before: Option<&Run<'_>>,
    after: Option<&Run<'_>>,
    links: &[String],
    open: &[Mark],
) -> Option<String> {
    let link = run.marks.link?;
    let is_same = |other: Option<&Run<'_>>| other.is_some_and(|other| other.marks.link == Some(link));
    let address = links.get(link as usize)?;
    let is_only =
        !is_same(before) && !is_same(after) && open.is_empty() && run.marks == run.marks.link_only();
    let is_plain = (address.starts_with("https://") || address.starts_with("http://"))
        && !address.contains(|c: char| c.is_whitespace() || "<>\\*`_~[]&".contains(c));
    let text: String = letters(run.units).into_iter().collect();
    (is_only && is_plain && text == *address).then(|| format!("<{address}>"))
}

/// Writes a picture.
pub(super) fn picture(picture: &Picture) -> String {
    let mut alt = String::new();
    let words: Vec<&str> = picture.alt.split_whitespace().collect();
    escape::push_text(&words.join(" ").chars().collect::<Vec<_>>(), &mut alt);
    format!("![{alt}]({}{})", escape::address(&picture.address), escape::title(&picture.caption))
}

/// Writes the words of a line, each sign escaped that could mean anything. Pictures and notes stay; links do not.
pub(super) fn plain(line: &Line) -> String {
    let mut markdown = String::with_capacity(line.len() + 16);
    for unit in line {
        match &unit.what {
            What::Char(c) => {
                if c.is_ascii_punctuation() {
                    markdown.push('\\');
                }
                markdown.push(*c);
            }
            What::Break => markdown.push_str("\\\n"),
            What::Picture(shown) => markdown.push_str(&picture(shown)),
            What::Note(label) => markdown.extend(["[^", &label.to_string(), "]"]),
        }
    }
    markdown
}
