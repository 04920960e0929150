//! The addresses in a style sheet.

use std::fmt::Write as _;
use std::ops::Range;

use cssparser::{ParseError, Parser, ParserInput, Token};

/// Returns the addresses in their order.
pub(super) fn all(css: &str) -> Vec<String> {
    let mut input = ParserInput::new(css);
    let mut urls = Vec::new();
    find(&mut Parser::new(&mut input), &mut urls);
    urls.into_iter().map(|(_, url)| url).collect()
}

/// Replaces the addresses for which there is a new one.
pub(super) fn replace(css: &str, mut new: impl FnMut(&str) -> Option<String>) -> String {
    let mut input = ParserInput::new(css);
    let mut urls = Vec::new();
    find(&mut Parser::new(&mut input), &mut urls);
    let mut replaced = String::with_capacity(css.len());
    let mut end = 0;
    for (range, url) in urls {
        let Some(link) = new(&url) else { continue };
        replaced.push_str(css.get(end..range.start).unwrap_or_default());
        // The link is encoded, so it holds no quotation mark.
        _ = write!(replaced, "url(\"{link}\")");
        end = range.end;
    }
    replaced.push_str(css.get(end..).unwrap_or_default());
    replaced
}

/// Finds `url(x)` and `url("x")`, and where each stands. The build leaves no `@import`.
fn find(parser: &mut Parser<'_, '_>, urls: &mut Vec<(Range<usize>, String)>) {
    loop {
        let start = parser.position().byte_index();
        let Ok(token) = parser.next_including_whitespace_and_comments().cloned() else { return };
        match token {
            Token::UnquotedUrl(url) => urls.push((start..parser.position().byte_index(), url.to_string())),
            Token::Function(name) if name.eq_ignore_ascii_case("url") => {
                let url: Result<String, ParseError<'_, ()>> =
                    parser.parse_nested_block(|inner| Ok(inner.expect_string()?.to_string()));
                if let Ok(url) = url {
                    urls.push((start..parser.position().byte_index(), url));
                }
            }
            Token::Function(_)
            | Token::ParenthesisBlock
            | Token::SquareBracketBlock
            | Token::CurlyBracketBlock => {
                let _: Result<(), ParseError<'_, ()>> = parser.parse_nested_block(|inner| {
                    find(inner, urls);
                    Ok(())
                });
            }
            _ => {}
        }
    }
}
