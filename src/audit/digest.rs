//! SHA-256 in hexadecimal, as `sha256sum` prints it.

use sha2::{Digest as _, Sha256};

/// The digest of some bytes: 64 hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// The digest of a file, read in blocks.
///
/// Errors: those of reading it.
pub(super) fn sha256_of_file(path: &std::path::Path) -> std::io::Result<(String, u64)> {
    use std::io::Read as _;
    let mut file = std::fs::File::open(path)?;
    let (mut hasher, mut block, mut n_bytes) = (Sha256::new(), vec![0; 1 << 16], 0);
    loop {
        let n_read = file.read(&mut block)?;
        if n_read == 0 {
            return Ok((hexadecimal(&hasher.finalize()), n_bytes));
        }
        hasher.update(&block[..n_read]);
        n_bytes += n_read as u64;
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
