//! Tables: in a region that can be scrolled by keyboard, so that they never widen the page, and with header cells.

use pulldown_cmark::{Alignment, Event, Tag, TagEnd};

/// Renders every table.
pub(super) fn render(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut rendered = Vec::with_capacity(events.len());
    let mut table = Table::default();
    let mut number = 0_usize;
    let mut events = events.into_iter().peekable();
    while let Some(event) = events.next() {
        let html = match event {
            Event::Start(Tag::Table(alignments)) => {
                number += 1;
                table = Table { alignments, ..Table::default() };
                start(number)
            }
            Event::End(TagEnd::Table) => format!("{}</table></div>\n", table.body_end()),
            Event::Start(Tag::TableHead) => {
                table.in_head = true;
                "<thead><tr>".into()
            }
            Event::End(TagEnd::TableHead) => {
                table.in_head = false;
                "</tr></thead>\n".into()
            }
            Event::Start(Tag::TableRow) => {
                table.column = 0;
                format!("{}<tr>", table.body_start())
            }
            Event::End(TagEnd::TableRow) => "</tr>\n".into(),
            Event::Start(Tag::TableCell) => {
                // An empty cell is no header.
                let is_named = !matches!(events.peek(), Some(Event::End(TagEnd::TableCell)));
                table.cell_start(is_named)
            }
            Event::End(TagEnd::TableCell) => table.cell_end(),
            other => {
                rendered.push(other);
                continue;
            }
        };
        rendered.push(Event::Html(html.into()));
    }
    rendered
}

/// Starts a table. Several tables on a page need labels that differ.
fn start(number: usize) -> String {
    let name = if number == 1 { "Tabell".into() } else { format!("Tabell {number}") };
    format!("<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"{name}\"><table>")
}

/// The state while a table is rendered. Markdown has no tables in tables.
#[derive(Default)]
struct Table {
    alignments: Vec<Alignment>,
    in_head: bool,
    in_body: bool,
    column: usize,
    cell: &'static str,
}

impl Table {
    fn body_start(&mut self) -> &'static str {
        if std::mem::replace(&mut self.in_body, true) { "" } else { "<tbody>\n" }
    }

    fn body_end(&self) -> &'static str {
        if self.in_body { "</tbody>" } else { "" }
    }

    fn cell_start(&mut self, is_named: bool) -> String {
        let class = match self.alignments.get(self.column) {
            Some(Alignment::Center) => " class=\"center\"",
            Some(Alignment::Right) => " class=\"end\"",
            _ => "",
        };
        self.column += 1;
        self.cell = if self.in_head && is_named { "th" } else { "td" };
        let scope = if self.cell == "th" { " scope=\"col\"" } else { "" };
        format!("<{}{scope}{class}>", self.cell)
    }

    fn cell_end(&self) -> String {
        format!("</{}>", self.cell)
    }
}

#[cfg(test)]
mod tests {
    use crate::markdown::to_html;

    #[test]
    fn columns_have_header_cells() {
        assert_eq!(
            to_html("| A | B |\n|---|--:|\n| 1 | 2 |\n"),
            "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"Tabell\"><table><thead><tr>\
             <th scope=\"col\">A</th><th scope=\"col\" class=\"end\">B</th></tr></thead>\n\
             <tbody>\n<tr><td>1</td><td class=\"end\">2</td></tr>\n</tbody></table></div>\n"
        );
    }

    #[test]
    fn a_column_without_a_name_has_no_header_cell() {
        assert!(
            to_html("| | B |\n|---|---|\n| 1 | 2 |").contains("<tr><td></td><th scope=\"col\">B</th></tr>")
        );
    }

    #[test]
    fn two_tables_have_two_labels() {
        let html = to_html("| A |\n|---|\n| 1 |\n\n| B |\n|---|");
        assert!(html.contains("\"Tabell\"") && html.contains("\"Tabell 2\""), "{html}");
    }
}
