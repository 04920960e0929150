//! Scripts of ours within pages.

/// Writes a script without its indentation and its lines of comment: every page carries it.
pub(crate) fn inline_script(source: &str) -> String {
    let lines = source.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::inline_script;

    #[test]
    fn only_code_remains() {
        let source =
            "() => {\n  // Why.\n  const address = \"https://exempel.se\";\n\n  go(address); // now\n}\n";
        let compact = "() => {\nconst address = \"https://exempel.se\";\ngo(address); // now\n}";
        assert_eq!(inline_script(source), compact);
    }
}
