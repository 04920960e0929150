//! A part of a drawn scene, as wide, medium and narrow screens get it.

/// Returns the HTML of a picture that is drawn three times: `/scener/{drawing}-bred.svg`, `-mellan` and `-smal`. The
/// fragment chooses a variant within each; `height` is that of the narrow one, which is 560 wide. The screens' widths are
/// those of the style sheets.
pub(super) fn drawn_picture(drawing: &str, fragment: &str, class: &str, height: u16) -> String {
    format!(
        concat!(
            r#"<picture><source media="(min-width: 64rem)" srcset="/scener/{drawing}-bred.svg#{fragment}">"#,
            r#"<source media="(min-width: 40rem)" srcset="/scener/{drawing}-mellan.svg#{fragment}">"#,
            r#"<img class="{class}" src="/scener/{drawing}-smal.svg#{fragment}" width="560" height="{height}" alt=""></picture>"#,
        ),
        drawing = drawing,
        fragment = fragment,
        class = class,
        height = height
    )
}

#[cfg(test)]
pub(super) mod testing {
    /// Returns the fragment of each picture.
    pub(in crate::calendar) fn fragments(pictures: &[String]) -> Vec<String> {
        let fragment = |html: &String| {
            let (_, fragment) = html.rsplit_once("smal.svg#").unwrap();
            fragment.split('"').next().unwrap().to_owned()
        };
        pictures.iter().map(fragment).collect()
    }
}
