//! Writes the icon as an ICO file: a list of PNG images.

use super::{Artwork, sizes};

const SIDES: [u8; 3] = [16, 32, 48];
/// Length of the file's head, and of the entry of an image in it.
const HEAD: usize = 6;
const ENTRY: usize = 16;

/// Encodes an icon in three sizes.
pub(super) fn encode(artwork: &Artwork) -> Option<Vec<u8>> {
    let images: Option<Vec<(u8, Vec<u8>)>> =
        SIDES.into_iter().map(|side| Some((side, sizes::png(&artwork.fitted(side.into())?)?))).collect();
    let images = images?;
    // Reserved; an icon; how many images.
    let mut file = vec![0, 0, 1, 0, u8::try_from(images.len()).ok()?, 0];
    let mut at = HEAD + ENTRY * images.len();
    for (side, image) in &images {
        // Width, height, no palette, reserved, one plane, 32 bits a pixel.
        file.extend([*side, *side, 0, 0, 1, 0, 32, 0]);
        file.extend(u32::try_from(image.len()).ok()?.to_le_bytes());
        file.extend(u32::try_from(at).ok()?.to_le_bytes());
        at += image.len();
    }
    for (_, image) in images {
        file.extend(image);
    }
    Some(file)
}

#[cfg(test)]
mod tests {
    use image::RgbaImage;

    use super::*;

    #[test]
    fn each_entry_leads_to_its_image() {
        let file = encode(&Artwork::Pixels(RgbaImage::new(20, 20))).unwrap();
        assert_eq!(file[..6], [0, 0, 1, 0, 3, 0]);
        let number =
            |at: usize| usize::try_from(u32::from_le_bytes(file[at..at + 4].try_into().unwrap())).unwrap();
        for (index, side) in SIDES.into_iter().enumerate() {
            let entry = HEAD + ENTRY * index;
            let (length, start) = (number(entry + 8), number(entry + 12));
            let image = image::load_from_memory(&file[start..start + length]).unwrap();
            assert_eq!((image.width(), file[entry]), (side.into(), side));
        }
    }
}
