//! A picture's number, which is also its address: nobody can guess it.

/// 128 random bits in hexadecimal.
///
/// # Errors
/// When the machine has no randomness to give.
pub fn new_id() -> Result<String, getrandom::Error> {
    let mut bits = [0; 16];
    getrandom::fill(&mut bits)?;
    Ok(format!("{:032x}", u128::from_ne_bytes(bits)))
}

/// Whether a text could be such a number.
pub(super) fn is_number(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_one_and_no_two_are_alike() {
        let (one, two) = (new_id().unwrap(), new_id().unwrap());
        assert!(is_number(&one) && is_number(&two) && one != two);
        for text in ["", "0", "0000000000000000000000000000000g", "0000000000000000000000000000000A"] {
            assert!(!is_number(text), "{text}");
        }
    }
}
