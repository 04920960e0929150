//! Pictures of every kind, and files that are none.

mod hostile;
mod samples;
mod svg;

use image::{DynamicImage, Rgba, RgbaImage};

use self::samples::{FIELDS, HIDDEN, exif, fields, gif, jpeg, jpeg_with, png, png_with, webp, webp_with};
use super::{PreparedPicture, prepare};
use crate::media::PictureError;

/// Decodes a variant's file.
fn decoded(prepared: &PreparedPicture, name: &str) -> DynamicImage {
    let (_, bytes) = prepared.files.iter().find(|(variant, _)| variant.name == name).expect("a file");
    image::load_from_memory(bytes).expect("a picture")
}

fn is_near(one: &[u8], other: &[u8]) -> bool {
    one.iter().zip(other).all(|(one, other)| one.abs_diff(*other) <= 24)
}

/// Returns the colours of the four fields of a picture, as indexes of [`FIELDS`].
fn fields_of(pixels: &DynamicImage) -> Vec<usize> {
    let pixels = pixels.to_rgb8();
    let (width, height) = pixels.dimensions();
    [(1, 1), (3, 1), (1, 3), (3, 3)]
        .map(|(x, y)| {
            let colour = pixels.get_pixel(width * x / 4, height * y / 4);
            FIELDS.iter().position(|field| is_near(field, &colour.0)).unwrap_or(9)
        })
        .to_vec()
}

#[test]
fn a_large_picture_comes_in_three_widths_and_two_formats() {
    let prepared = prepare(&jpeg(&fields(2000, 1200))).unwrap();
    assert_eq!((prepared.width, prepared.height), (2000, 1200));
    let mut names: Vec<_> = prepared.files.iter().map(|(variant, _)| &*variant.name).collect();
    names.sort_unstable();
    assert_eq!(names, ["1600.jpg", "1600.webp", "480.jpg", "480.webp", "960.jpg", "960.webp"]);
    for (variant, bytes) in &prepared.files {
        let pixels = decoded(&prepared, &variant.name);
        assert_eq!((pixels.width(), pixels.height()), (variant.width, variant.width * 3 / 5));
        assert_eq!(fields_of(&pixels), [0, 1, 2, 3], "{}", variant.name);
        assert_eq!(usize::try_from(variant.bytes).unwrap(), bytes.len());
        let is_jpeg = bytes.starts_with(&[0xff, 0xd8]);
        assert_eq!(variant.media_type, if is_jpeg { "image/jpeg" } else { "image/webp" });
    }
}

#[test]
fn a_small_picture_is_not_enlarged() {
    for (width, height, names) in [
        (1, 1, &["1.webp", "1.jpg"][..]),
        (300, 200, &["300.webp", "300.jpg"]),
        (700, 2, &["700.webp", "700.jpg", "480.webp", "480.jpg"]),
        (2, 3000, &["2.webp", "2.jpg"]),
    ] {
        let prepared = prepare(&png(&fields(width, height))).unwrap();
        assert_eq!(prepared.files.iter().map(|(variant, _)| &*variant.name).collect::<Vec<_>>(), names);
    }
}

#[test]
fn every_kind_of_pixels_is_read() {
    let picture = fields(64, 32);
    for (kind, file) in [
        ("jpeg", jpeg(&picture)),
        ("png", png(&picture)),
        ("webp", webp(&picture)),
        ("gif", gif(std::slice::from_ref(&picture))),
        ("png of 16 bits", png(&picture.to_rgb16().into())),
        ("png of 16 bits with transparency", png(&picture.to_rgba16().into())),
        ("webp with transparency", webp(&picture.to_rgba8().into())),
    ] {
        let prepared = prepare(&file).unwrap_or_else(|refusal| panic!("{kind}: {refusal}"));
        for name in ["64.webp", "64.jpg"] {
            assert_eq!(fields_of(&decoded(&prepared, name)), [0, 1, 2, 3], "{kind} {name}");
        }
    }
    let grey = picture.grayscale();
    for (kind, file) in [
        ("grey jpeg", jpeg(&grey)),
        ("grey png", png(&grey)),
        ("grey png of 16 bits", png(&grey.to_luma16().into())),
        ("grey png with transparency", png(&grey.to_luma_alpha8().into())),
    ] {
        let prepared = prepare(&file).unwrap_or_else(|refusal| panic!("{kind}: {refusal}"));
        let colour = decoded(&prepared, "64.jpg").to_rgb8().get_pixel(8, 8).0;
        assert!(is_near(&colour, &[grey.to_rgb8().get_pixel(8, 8).0[0]; 3]), "{kind} {colour:?}");
    }
    let printed = prepare(include_bytes!("cmyk.jpg")).unwrap();
    let colour = decoded(&printed, "32.webp").to_rgb8().get_pixel(8, 8).0;
    assert!(colour[0] > 200 && colour[1] < 60 && colour[2] < 60, "red for print: {colour:?}");
    assert_eq!(prepare(include_bytes!("progressive.jpg")).unwrap().width, 64);
}

#[test]
fn a_jpeg_needs_no_mark_of_its_end() {
    let whole = jpeg(&fields(96, 64));
    let open = &whole[..whole.len() - 2];
    let trailer = [open, b"\0\0SEFH\x6a\0\0\0\xff\xe1\0\0\xff\x88SEFT"].concat();
    for file in [open, &trailer, include_bytes!("no_eoi.jpg"), include_bytes!("no_eoi_samsung_trailer.jpg")] {
        let prepared = prepare(file).unwrap();
        let (variant, _) = prepared.files.last().unwrap();
        assert_ne!(decoded(&prepared, &variant.name).to_rgb8().pixels().next_back().unwrap().0, [128; 3]);
    }
    assert_eq!(fields_of(&decoded(&prepare(open).unwrap(), "96.jpg")), [0, 1, 2, 3]);
}

#[test]
fn large_pictures_are_made_smaller_while_they_are_decoded() {
    let picture = fields(6600, 4400);
    let turned = jpeg_with(&fields(4400, 6600), &exif(6));
    let grey = picture.grayscale();
    for (kind, file, colours) in [
        ("jpeg", jpeg(&picture), true),
        ("turned jpeg", turned, false),
        ("png", png(&picture), true),
        ("png with transparency", png(&picture.to_rgba8().into()), true),
        ("gif", gif(std::slice::from_ref(&picture)), true),
        ("grey jpeg", jpeg(&grey), false),
        ("grey png with transparency", png(&grey.to_luma_alpha8().into()), false),
    ] {
        let prepared = prepare(&file).unwrap_or_else(|refusal| panic!("{kind}: {refusal}"));
        assert_eq!((prepared.width, prepared.height), (6600, 4400), "{kind}");
        for name in ["1600.webp", "1600.jpg"] {
            let pixels = decoded(&prepared, name);
            assert_eq!((pixels.width(), pixels.height()), (1600, 1067), "{kind}");
            assert!(!colours || fields_of(&pixels) == [0, 1, 2, 3], "{kind}");
        }
    }
}

#[test]
fn a_screenshot_of_a_long_page_is_taken() {
    let prepared = prepare(&png(&fields(1170, 14_000))).unwrap();
    assert_eq!((prepared.width, prepared.height), (1170, 14_000));
    assert_eq!(
        prepare(&png(&fields(400, 19_000))).unwrap_err(),
        PictureError::TooManyPixels,
        "WebP ends before"
    );
}

#[test]
fn a_picture_is_turned_upright_however_the_camera_was_held() {
    let picture = fields(80, 40);
    let turned: [[usize; 4]; 8] = [
        [0, 1, 2, 3],
        [1, 0, 3, 2],
        [3, 2, 1, 0],
        [2, 3, 0, 1],
        [0, 2, 1, 3],
        [2, 0, 3, 1],
        [3, 1, 2, 0],
        [1, 3, 0, 2],
    ];
    for (orientation, turned) in (1..=8).zip(turned) {
        let exif = exif(orientation);
        for file in
            [jpeg_with(&picture, &exif), png_with(&picture, &[(b"eXIf", &exif)]), webp_with(&picture, &exif)]
        {
            let prepared = prepare(&file).unwrap();
            let (width, height) = if orientation < 5 { (80, 40) } else { (40, 80) };
            assert_eq!((prepared.width, prepared.height), (width, height), "{orientation}");
            let pixels = decoded(&prepared, &format!("{width}.webp"));
            assert_eq!((pixels.width(), pixels.height()), (width, height));
            assert_eq!(fields_of(&pixels), turned, "{orientation}");
        }
    }
    for strange in [0, 9, 255] {
        assert_eq!(prepare(&jpeg_with(&picture, &exif(strange))).unwrap().width, 80);
    }
}

#[test]
fn nothing_but_pixels_is_stored() {
    let picture = fields(64, 32);
    let exif = exif(1);
    let text = format!("Comment\0{HIDDEN}");
    let mut behind = jpeg(&picture);
    behind.extend(format!("<script>{HIDDEN}</script>PK\u{3}\u{4}").bytes());
    for file in [
        jpeg_with(&picture, &exif),
        png_with(&picture, &[(b"eXIf", &exif), (b"tEXt", text.as_bytes())]),
        webp_with(&picture, &exif),
        behind,
    ] {
        assert!(holds(&file, HIDDEN), "the test hid something");
        for (variant, bytes) in prepare(&file).unwrap().files {
            for hidden in [HIDDEN, "Exif", "EXIF", "<script", "ICC_PROFILE", "ICCP", "VP8X"] {
                assert!(!holds(&bytes, hidden), "{hidden} in {}", variant.name);
            }
        }
    }
}

fn holds(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|part| part == words.as_bytes())
}

#[test]
fn what_is_transparent_stays_so_and_is_white_where_it_cannot() {
    let picture = RgbaImage::from_fn(64, 32, |x, _| Rgba([220, 20, 20, if x < 32 { 0 } else { 255 }]));
    for file in [png(&picture.clone().into()), webp(&picture.into())] {
        let prepared = prepare(&file).unwrap();
        let transparent = decoded(&prepared, "64.webp").to_rgba8();
        assert_eq!((transparent.get_pixel(8, 8).0[3], transparent.get_pixel(56, 8).0[3]), (0, 255));
        let white = decoded(&prepared, "64.jpg").to_rgb8();
        assert!(is_near(&white.get_pixel(8, 8).0, &[255; 3]));
        assert!(is_near(&white.get_pixel(56, 8).0, &[220, 20, 20]));
    }
}

#[test]
fn colours_of_a_wider_range_are_converted() {
    let picture = DynamicImage::from(image::RgbImage::from_pixel(32, 32, image::Rgb([200, 90, 90])));
    let profile = moxcms::ColorProfile::new_display_p3().encode().unwrap();
    let colour = |file: &[u8]| decoded(&prepare(file).unwrap(), "32.jpg").to_rgb8().get_pixel(8, 8).0;
    let plain = colour(&jpeg(&picture));
    let converted = colour(&samples::jpeg_with_profile(&picture, profile));
    assert!(converted[0] > plain[0] + 5 && converted[1] < plain[1], "{plain:?} {converted:?}");
    let nonsense = colour(&samples::jpeg_with_profile(&picture, vec![7; 200]));
    assert!(is_near(&nonsense, &plain), "{plain:?} {nonsense:?}");
}
