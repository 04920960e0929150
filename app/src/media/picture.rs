//! A picture on a page.

use leptos::prelude::*;

use super::crop::{Framing, Rendition, Shape};
use super::{PictureId, Tone};
use crate::page_metadata::{LEAD_PICTURE, LeadPicture, set_lead_picture};
use crate::paths;

/// A picture as one text uses it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Id of the picture, part of its files' addresses.
    pub id: PictureId,
    /// Width of the original in pixels; with the height it reserves the picture's space while the file loads.
    pub width: u32,
    /// Height of the original in pixels.
    pub height: u32,
    /// Widths in pixels in which the whole picture is available as WebP, smallest first.
    pub widths: Vec<u32>,
    /// The colour that its box has while the file loads; none for one with transparency.
    pub tone: Option<Tone>,
    /// How it is cut.
    pub framing: Framing,
    /// The files that are cut from it.
    pub renditions: Vec<Rendition>,
    /// Alternative text; empty when the picture is decorative.
    pub alt: String,
    /// Words under the picture; may be empty.
    pub caption: String,
    /// Who took or made it; may be empty.
    pub credit: String,
}

/// Files of one picture in one shape.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PictureFiles {
    /// Width of the largest in pixels, or of the original.
    pub(crate) width: u32,
    /// Height of the largest in pixels, or of the original.
    pub(crate) height: u32,
    /// Width and address of each, smallest first.
    pub(crate) files: Vec<(u32, String)>,
}

impl Picture {
    /// Returns the files in a shape, or else those of the whole picture, of which the style sheet then shows a part.
    pub(crate) fn files(&self, shape: Shape) -> PictureFiles {
        let mut cut: Vec<_> = self.renditions.iter().filter(|made| made.shape == shape).collect();
        cut.sort_unstable_by_key(|made| made.width);
        match cut.last() {
            Some(largest) => PictureFiles {
                width: largest.width,
                height: largest.height,
                files: cut.iter().map(|made| (made.width, paths::picture(self.id, &made.name))).collect(),
            },
            None => PictureFiles {
                width: self.width,
                height: self.height,
                files: self
                    .widths
                    .iter()
                    .map(|width| (*width, paths::picture(self.id, &format!("{width}.webp"))))
                    .collect(),
            },
        }
    }

    /// Returns what stands under the picture: its caption, and who took it.
    pub(crate) fn caption_with_credit(&self) -> Option<String> {
        let credit = (!self.credit.is_empty()).then(|| format!("Foto: {}", self.credit));
        match (self.caption.trim(), credit) {
            ("", credit) => credit,
            (caption, None) => Some(caption.to_owned()),
            (caption, Some(credit)) if caption.ends_with(['.', '!', '?', '…', '”']) => {
                Some(format!("{caption} {credit}"))
            }
            (caption, Some(credit)) => Some(format!("{caption}. {credit}")),
        }
    }
}

impl PictureFiles {
    /// Returns the addresses with their widths, for the attribute `srcset`.
    pub(crate) fn srcset(&self) -> String {
        let files = self.files.iter().map(|(width, address)| format!("{address} {width}w"));
        files.collect::<Vec<_>>().join(", ")
    }

    /// Returns the address for browsers that do not choose.
    pub(crate) fn src(&self) -> Option<String> {
        self.files.get(self.files.len() / 2).map(|(_, address)| address.clone())
    }
}

/// Shows a picture, in the size that fits, without anything around it.
#[component]
pub fn PictureView(
    /// The picture to show.
    picture: Picture,
    /// How wide it is shown, as the attribute `sizes` has it.
    sizes: &'static str,
    /// The shape that it is shown in.
    #[prop(optional)]
    shape: Shape,
    /// Whether it is what a visitor sees first: loaded at once, before all else, by a link in the document's head too.
    #[prop(optional)]
    first: bool,
) -> impl IntoView {
    let files = picture.files(shape);
    let srcset = files.srcset();
    let is_lead = first && set_lead_picture(LeadPicture { srcset: srcset.clone(), sizes });
    view! {
        <img
            id=is_lead.then_some(LEAD_PICTURE)
            src=files.src()
            srcset=srcset
            sizes=sizes
            width=files.width
            height=files.height
            alt=picture.alt
            data-tone=picture.tone.map(|tone| tone.to_string())
            loading=(!first).then_some("lazy")
            fetchpriority=first.then_some("high")
            decoding="async"
        />
    }
}

/// Shows a picture with what stands under it.
#[component]
pub fn PictureFigure(
    /// The picture to show.
    picture: Picture,
    /// The figure's class.
    class: &'static str,
    /// Language of the text that shows it, unless it is the page's.
    lang: Option<&'static str>,
    /// How wide it is shown, as the attribute `sizes` has it.
    sizes: &'static str,
    /// Whether it is what a visitor sees first: loaded at once, before all else, by a link in the document's head too.
    #[prop(optional)]
    first: bool,
) -> impl IntoView {
    let caption = picture.caption_with_credit();
    view! {
        <figure class=class lang=lang dir="auto">
            <PictureView picture sizes first/>
            {caption.map(|caption| view! { <figcaption>{caption}</figcaption> })}
        </figure>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture() -> Picture {
        let rendition =
            |name: &str, width, height| Rendition { name: name.into(), shape: Shape::Teaser, width, height };
        Picture {
            id: "0123456789abcdef0123456789abcdef".parse().unwrap(),
            width: 1600,
            height: 1067,
            widths: vec![480, 960, 1600],
            tone: None,
            framing: Framing::default(),
            renditions: vec![rendition("b.webp", 960, 540), rendition("a.webp", 480, 270)],
            alt: String::new(),
            caption: String::new(),
            credit: String::new(),
        }
    }

    #[test]
    fn a_shape_has_its_own_files_or_those_of_the_whole_picture() {
        let teaser = picture().files(Shape::Teaser);
        assert_eq!((teaser.width, teaser.height), (960, 540));
        assert!(
            teaser.srcset().ends_with("/a.webp 480w, /media/0123456789abcdef0123456789abcdef/b.webp 960w")
        );
        let lead = picture().files(Shape::Lead);
        assert_eq!((lead.width, lead.height), (1600, 1067));
        assert!(lead.src().is_some_and(|src| src.ends_with("/960.webp")));
    }

    #[test]
    fn who_took_it_stands_after_the_caption() {
        for (caption, credit, expected) in [
            ("", "", None),
            ("Bron i snö", "", Some("Bron i snö")),
            ("", "Kim Ek", Some("Foto: Kim Ek")),
            ("Bron i snö", "Kim Ek", Some("Bron i snö. Foto: Kim Ek")),
            ("Bron i snö.", "Kim Ek", Some("Bron i snö. Foto: Kim Ek")),
        ] {
            let picture = Picture { caption: caption.into(), credit: credit.into(), ..picture() };
            assert_eq!(picture.caption_with_credit().as_deref(), expected);
        }
    }
}
