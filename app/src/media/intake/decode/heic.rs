//! HEIC, decoded in a process of its own. A small file can ask for hours of work, and no thread can be stopped; a process
//! can be limited in time and memory by the system, and its end ends nothing else.
//!
//! `decode` starts the program with [`COMMAND`] and sends it the file; that process answers with what [`shrink`] returns.
//! The operator turns it on, since the format is covered by patents (see `docs/operating.md`).

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use heifer::heifer_isobmff::HeifFile;
use heifer::{Error, Options};
use image::metadata::Orientation;
use image::{DynamicImage, RgbaImage};

use super::shrink::Shrink;
use super::{DecodedPicture, check_size, shrink_factor};
use crate::media::PictureError;

/// The argument that makes the program decode HEIC from its standard input.
pub const COMMAND: &str = "decode-heic";

/// Most pixels: what iPhones make. The decoder takes eight bytes for each.
const MOST_PIXELS: u64 = 50_000_000;

// First byte of an answer.
const PICTURE: u8 = 0;
const BROKEN: u8 = 1;
const TOO_MANY_PIXELS: u8 = 2;
const UNSUPPORTED: u8 = 3;

/// Has a process decode a picture.
pub(super) fn decode(program: &Path, bytes: &[u8]) -> Result<DecodedPicture, PictureError> {
    let process = Command::new(program)
        .arg(COMMAND)
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let mut process = process.map_err(|error| internal(&error))?;
    // A process that met its limits reads no more; its answer, or none, tells.
    if let Some(Err(error)) = process.stdin.take().map(|mut stdin| stdin.write_all(bytes)) {
        tracing::debug!(%error, "a HEIC file was not read to its end");
    }
    let answer = process.wait_with_output().map_err(|error| internal(&error))?.stdout;
    match answer.split_first() {
        Some((&PICTURE, picture)) => read(picture).ok_or(PictureError::Broken),
        Some((&BROKEN, _)) => Err(PictureError::Broken),
        Some((&UNSUPPORTED, _)) => Err(PictureError::Heic),
        // Without an answer the system has ended it.
        Some((&TOO_MANY_PIXELS, _)) | None => Err(PictureError::TooManyPixels),
        Some(_) => Err(PictureError::Internal),
    }
}

/// Reads an answer: width and height in the file, of the pixels, and the pixels.
fn read(answer: &[u8]) -> Option<DecodedPicture> {
    let (head, pixels) = answer.split_at_checked(16)?;
    let number = |at: usize| Some(u32::from_be_bytes(head.get(at..at + 4)?.try_into().ok()?));
    let (width, height) = (number(0)?, number(4)?);
    check_size(width, height).ok()?;
    let pixels = RgbaImage::from_raw(number(8)?, number(12)?, pixels.to_vec())?;
    // The decoder has turned it as the container says; what Exif says of that is not true any longer.
    let orientation = Orientation::NoTransforms;
    Some(DecodedPicture {
        pixels: DynamicImage::ImageRgba8(pixels),
        width,
        height,
        orientation,
        profile: None,
    })
}

/// Decodes a picture to sRGB, makes it smaller and returns the answer for `decode`. Call it where time and memory are
/// limited.
pub fn shrink(bytes: &[u8]) -> Vec<u8> {
    match shrunk(bytes) {
        Ok(answer) => answer,
        Err(PictureError::TooManyPixels) => vec![TOO_MANY_PIXELS],
        Err(PictureError::Heic) => vec![UNSUPPORTED],
        Err(_) => vec![BROKEN],
    }
}

fn shrunk(bytes: &[u8]) -> Result<Vec<u8>, PictureError> {
    let file = HeifFile::parse(bytes).map_err(|error| reason(&error.into()))?;
    // Half the files of telephones are tiles: the whole is known by its header alone.
    if let Ok(Some((width, height))) = file.image_size(file.primary_id) {
        check_size(width, height)?;
        if u64::from(width) * u64::from(height) > MOST_PIXELS {
            return Err(PictureError::TooManyPixels);
        }
    }
    let options = Options { max_threads: 1, max_pixels: MOST_PIXELS };
    let picture = heifer::decode_srgb_rgba8(bytes, &options).map_err(|error| reason(&error))?;
    let (width, height) = (picture.width, picture.height);
    check_size(width, height)?;
    let factor = shrink_factor(width, height, Orientation::NoTransforms, 2);
    let mut shrink = Shrink::new(width, height, 4, factor);
    picture.data.chunks_exact(4 * width as usize).for_each(|row| shrink.add_row(row));
    let pixels = shrink.finish().ok_or(PictureError::Broken)?;
    let sides = [width, height, pixels.width(), pixels.height()].map(u32::to_be_bytes);
    Ok([&[PICTURE], sides.as_flattened(), pixels.as_bytes()].concat())
}

/// Returns why the decoder gave up. It tells too many pixels from other nonsense in words alone.
fn reason(error: &Error) -> PictureError {
    match error {
        Error::Unsupported(_) => PictureError::Heic,
        error if error.to_string().contains("too large") => PictureError::TooManyPixels,
        _ => PictureError::Broken,
    }
}

fn internal(error: &std::io::Error) -> PictureError {
    tracing::error!(%error, "the process that decodes HEIC could not be used");
    PictureError::Internal
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Four fields of colour, 96 × 64. Its Exif says that it lies on its side, which the container does not.
    const FILE: &[u8] = include_bytes!("../tests/turned.heic");

    #[test]
    fn an_answer_is_read_back_as_the_container_has_the_picture() {
        let answer = shrink(FILE);
        let picture = read(&answer[1..]).unwrap();
        assert_eq!((picture.width, picture.height, picture.profile), (96, 64, None));
        let pixels = picture.pixels.to_rgb8();
        for ((x, y), colour) in
            [((20, 10), [220, 20, 20]), ((70, 10), [20, 200, 20]), ((20, 50), [20, 20, 220])]
        {
            let is_near =
                pixels.get_pixel(x, y).0.iter().zip(colour).all(|(one, other)| one.abs_diff(other) < 24);
            assert!(is_near, "{:?}", pixels.get_pixel(x, y));
        }
        assert!(!answer.windows(11).any(|part| part == b"hemligplats"));
    }

    #[test]
    fn damage_is_no_picture() {
        for part in [0, 16, 100, 400, FILE.len() - 20] {
            assert_eq!(shrink(&FILE[..part]), [BROKEN], "{part} bytes");
        }
        assert!(read(&[0; 20]).is_none());
    }
}
