//! Brings lines into shape: one space between words, none at the ends, and no mark around white space.

use super::document::{Line, Marks, Unit, What};

/// Divides running text into paragraphs wherever two breaks follow each other.
pub(super) fn paragraphs(running: Line) -> Vec<Line> {
    let mut parts = vec![];
    let mut part = Line::new();
    let mut breaks: Line = Vec::new();
    for unit in running {
        match unit.what {
            What::Break => breaks.push(unit),
            What::Char(c) if is_space(c) && !breaks.is_empty() => {}
            _ => {
                if breaks.len() > 1 {
                    parts.push(std::mem::take(&mut part));
                    breaks.clear();
                }
                part.append(&mut breaks);
                part.push(unit);
            }
        }
    }
    parts.push(part);
    parts.into_iter().map(tidy).filter(|line| !line.is_empty()).collect()
}

/// Makes one line of running text: breaks become spaces.
pub(super) fn single(running: Line) -> Line {
    let space = |unit: Unit| match unit.what {
        What::Break => Unit { what: What::Char(' '), ..unit },
        _ => unit,
    };
    tidy(running.into_iter().map(space).collect())
}

/// Joins white space, removes it at the ends and around breaks, and takes it out of the marks that end beside it: `** text **`
/// would show its asterisks.
pub(super) fn tidy(line: Line) -> Line {
    let mut tidy: Line = Vec::with_capacity(line.len());
    for unit in line {
        match unit.what {
            What::Char(c) if is_space(c) => {
                let follows =
                    matches!(tidy.last(), Some(Unit { what: What::Char(' ') | What::Break, .. }) | None);
                if !follows {
                    tidy.push(Unit { what: What::Char(' '), ..unit });
                }
            }
            What::Break => {
                trim_end(&mut tidy);
                if !tidy.is_empty() {
                    tidy.push(Unit { what: What::Break, ..unit });
                }
            }
            What::Picture(_) | What::Note(_) => tidy.push(Unit { marks: unit.marks.link_only(), ..unit }),
            What::Char(_) => tidy.push(unit),
        }
    }
    trim_end(&mut tidy);
    for at in 0..tidy.len() {
        let is_blank = matches!(tidy.get(at), Some(Unit { what: What::Char(' ') | What::Break, .. }));
        let marks =
            |at: Option<usize>| at.and_then(|at| tidy.get(at)).map_or_else(Marks::default, |unit| unit.marks);
        if is_blank {
            let around = marks(at.checked_sub(1)).shared(marks(Some(at + 1)));
            let is_break = matches!(tidy.get(at), Some(Unit { what: What::Break, .. }));
            if let Some(unit) = tidy.get_mut(at) {
                unit.marks = Marks { code: around.code && !is_break, ..unit.marks.shared(around) };
            }
        }
    }
    tidy
}

fn trim_end(line: &mut Line) {
    while matches!(line.last(), Some(Unit { what: What::Char(' ') | What::Break, .. })) {
        line.pop();
    }
}

/// Whether a character is white space to readers of HTML, or a hard space: the page sets those itself.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || c.is_control()
}
