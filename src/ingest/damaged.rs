//! Readers of binary files that panic over a damaged one, where they should fail.

use std::panic::{AssertUnwindSafe, catch_unwind};

/// Calls a reader of somebody else's. A panic in it is what it would have said of a file that it cannot read. As little as can be of
/// ours runs in there, for its bugs would be taken for damage.
pub(crate) fn calmly<T, E: ToString>(read: impl FnOnce() -> Result<T, E>) -> Result<T, String> {
    match catch_unwind(AssertUnwindSafe(read)) {
        Ok(read) => read.map_err(|error| error.to_string()),
        Err(_) => Err("it is damaged".to_owned()),
    }
}
