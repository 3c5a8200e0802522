//! What may stop a run from outside and from inside: signals, and bugs of ours.

use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind};
use std::process::ExitCode;
use std::sync::Mutex;

use super::print;

/// The status of a run that a bug of ours stopped.
const BUG: u8 = 101;

/// What the last panic said. A damaged file may make a reader of somebody else's panic, which is no bug of ours and is said as a
/// finding: whether anything is to be told is known at the top alone.
static LAST: Mutex<String> = Mutex::new(String::new());

/// Runs something; a bug in it ends the run with its own status, and whatever was being built is removed on the way.
pub(super) fn guarded(run: impl FnOnce() -> ExitCode) -> ExitCode {
    std::panic::set_hook(Box::new(note));
    catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|_| {
        let said = LAST.lock().map(|said| said.clone()).unwrap_or_default();
        print::say(&format!(
            "error: this is our bug, not a mistake of yours: {said}\nNothing was written by halves. Please report this line with \
             the command you gave.\n"
        ));
        ExitCode::from(BUG)
    })
}

fn note(panic: &PanicHookInfo<'_>) {
    let payload = panic.payload();
    let said = payload.downcast_ref::<&str>().copied();
    let said = said.or_else(|| payload.downcast_ref::<String>().map(String::as_str)).unwrap_or("no reason given");
    // Whoever waited for a thread says no more than that it is gone.
    let is_echo = said == "a scoped thread panicked" || said.contains("invariant: a text ends with its notes");
    if !is_echo {
        let place = panic.location().map_or_else(String::new, |place| format!(" ({}:{})", place.file(), place.line()));
        if let Ok(mut last) = LAST.lock() {
            *last = format!("{said}{place}");
        }
    }
}

/// From now on an interrupted run removes what it was building before it ends, by the same signal; and a file that outgrows a
/// limit of the system is an error like a full disk.
#[cfg(unix)]
pub(super) fn heed_signals() {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGXFSZ};
    let ignored = ignored();
    let heeded = [SIGHUP, SIGINT, SIGTERM, SIGXFSZ].into_iter().filter(|signal| ignored >> (signal - 1) & 1 == 0);
    let Ok(mut signals) = signal_hook::iterator::Signals::new(heeded) else { return };
    let wait = move || {
        if let Some(signal) = signals.forever().find(|signal| *signal != SIGXFSZ) {
            // Held until the end: nothing gets into its place any more.
            let _stopped = crate::output::stop();
            print::say("stopped: what was not in its place yet is removed\n");
            let _ = signal_hook::low_level::emulate_default_handler(signal);
        }
    };
    // Without that thread signals end the run as they always did, and leave what was being built.
    let _ = std::thread::Builder::new().name("signals".to_owned()).spawn(wait);
}

/// The signals that whoever started this run wants ignored, as `nohup` does, a bit each. Only Linux tells.
#[cfg(unix)]
fn ignored() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or(0)
}

#[cfg(not(unix))]
pub(super) fn heed_signals() {}

#[cfg(test)]
mod tests {
    use super::guarded;
    use std::process::ExitCode;

    #[test]
    fn a_bug_ends_the_run_with_its_own_status() {
        assert_eq!(format!("{:?}", guarded(|| panic!("a figure \u{1b}[2J"))), format!("{:?}", ExitCode::from(101)));
        assert_eq!(format!("{:?}", guarded(|| ExitCode::from(1))), format!("{:?}", ExitCode::from(1)));
        let _ = std::panic::take_hook();
    }
}
