//! JPEG, made smaller while it is decoded: a block of 8 × 8 pixels can come out as 4 × 4, 2 × 2 or one.

use std::io::{Cursor, Read};

use image::codecs::jpeg::JpegDecoder;
use image::metadata::Orientation;
use image::{DynamicImage, GrayImage, RgbImage};
use jpeg_decoder::{Decoder, Error, PixelFormat};

use super::jpeg_layout::JpegLayout;
use super::{DecodedPicture, LARGEST_PROFILE, MOST_MEMORY, broken, check_size, checked, read, shrink_factor};
use crate::media::PictureError;

/// What the decoder meets behind a picture without a mark of its end. It looks eight bytes ahead at most. If it asks
/// for more of the picture than that, the next bytes are an error; if it is done and looks for the mark, it finds one.
const END: [u8; 13] = [0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0xff, 0xd9];

pub(super) fn decode(bytes: &[u8]) -> Result<DecodedPicture, PictureError> {
    let layout = JpegLayout::read(bytes).ok_or(PictureError::Broken)?;
    // Without the mark nobody knows whether a pass is missing.
    if layout.is_progressive && !layout.has_end_mark {
        return Err(PictureError::Broken);
    }
    let picture = bytes.get(..layout.end).unwrap_or(bytes);
    let end: &[u8] = if layout.has_end_mark { &[] } else { &END };
    match decode_smaller(picture.chain(end), layout) {
        // Rare kinds, such as those for printing, are read as a whole. A missing end would go unnoticed there.
        Ok(None) | Err(Error::Unsupported(_)) if layout.has_end_mark => {
            read(checked(JpegDecoder::new(Cursor::new(picture)))?)
        }
        Ok(Some(decoded)) => decoded,
        Ok(None) => Err(PictureError::Broken),
        Err(error) => Err(broken(&error)),
    }
}

/// Decodes what has a colour or three, with 8 bits each; none for other kinds.
fn decode_smaller(
    file: impl Read,
    layout: JpegLayout,
) -> Result<Option<Result<DecodedPicture, PictureError>>, Error> {
    let mut decoder = Decoder::new(file);
    decoder.read_info()?;
    let Some(info) = decoder.info() else { return Ok(None) };
    if !matches!(info.pixel_format, PixelFormat::L8 | PixelFormat::RGB24) {
        return Ok(None);
    }
    let (width, height) = (u32::from(info.width), u32::from(info.height));
    // All passes of a progressive picture are kept, with two bytes for each sample.
    let too_large = layout.is_progressive && 2 * layout.samples > MOST_MEMORY;
    let checked =
        check_size(width, height).and(if too_large { Err(PictureError::TooManyPixels) } else { Ok(()) });
    if let Err(error) = checked {
        return Ok(Some(Err(error)));
    }
    // Before the frame as a rule; who writes it behind is read at full size and turned all the same.
    let orientation = orientation(&decoder);
    let spare = if layout.is_progressive { 1 } else { 2 };
    let eighths = match shrink_factor(width, height, orientation, spare) {
        1 => 8,
        2..4 => 4,
        4..8 => 2,
        8.. => 1,
        0 => return Ok(None),
    };
    let side = |side: u16| u16::try_from((u32::from(side) * eighths).div_ceil(8)).unwrap_or(side);
    let (small_width, small_height) = decoder.scale(side(info.width), side(info.height))?;
    let samples = decoder.decode()?;
    let (small_width, small_height) = (u32::from(small_width), u32::from(small_height));
    let pixels = if info.pixel_format == PixelFormat::L8 {
        GrayImage::from_raw(small_width, small_height, samples).map(DynamicImage::ImageLuma8)
    } else {
        RgbImage::from_raw(small_width, small_height, samples).map(DynamicImage::ImageRgb8)
    };
    let profile = decoder.icc_profile().filter(|profile| profile.len() <= LARGEST_PROFILE);
    let orientation = self::orientation(&decoder);
    let whole = pixels.map(|pixels| DecodedPicture { pixels, width, height, orientation, profile });
    Ok(Some(whole.ok_or(PictureError::Broken)))
}

fn orientation(decoder: &Decoder<impl Read>) -> Orientation {
    decoder.exif_data().and_then(Orientation::from_exif_chunk).unwrap_or(Orientation::NoTransforms)
}
