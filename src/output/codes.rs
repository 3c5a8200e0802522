//! What can go wrong with output.

use crate::diagnostic::{Code, Severity};

/// E711: no room.
pub static DISK_FULL: Code = Code {
    id: "E711",
    name: "disk-full",
    severity: Severity::Error,
    page: "The disk, or the share of it that is yours, has no room for a file. What was begun is removed again and what was \
           there before is as it was. Make room, or name another place with `--out`.",
};

/// E712: not a place to write to.
pub static NOT_WRITABLE: Code = Code {
    id: "E712",
    name: "not-writable",
    severity: Severity::Error,
    page: "A file or folder cannot be written where it was asked for: the folder is not there or not yours, something of another \
           kind is in its place, or it is a link, which could lead anywhere. This is looked at before anything is computed. \
           Name another place with `--out`.",
};

/// E714: two runs at once.
pub static BUSY: Code = Code {
    id: "E714",
    name: "busy",
    severity: Severity::Error,
    page: "Another run is writing the same folder at this moment. Wait until it ends; its lock goes with it, however it ends.",
};

/// Every code of this room.
pub static CODES: [&Code; 3] = [&DISK_FULL, &NOT_WRITABLE, &BUSY];
