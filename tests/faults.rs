//! Whatever stops a run: the old output whole or the new output whole, never half, and a word about it.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use crate::support::{SmallStudy, TELEVISION, copy, evenhand, files, root, skip, stderr, stdout};

/// The program with its words, in a folder, without anything of the machine's environment.
fn program(folder: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_evenhand"));
    command.current_dir(folder).args(words).env_clear().stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// The program started by a shell that first says something, such as a limit.
fn after(first: &str, folder: &Path, words: &[&str]) -> Output {
    let mut command = Command::new("/bin/sh");
    command.current_dir(folder).args(["-c", &format!("{first}; exec \"$0\" \"$@\""), env!("CARGO_BIN_EXE_evenhand")]);
    command.args(words).env_clear().output().unwrap()
}

/// The small study, and another one with one more row.
fn two_studies() -> (SmallStudy, SmallStudy) {
    let longer = format!("{TELEVISION}{}\n", TELEVISION.lines().nth(1).unwrap().replace(",30,", ",31,"));
    (SmallStudy::new(), SmallStudy::new().with("data/television.csv", longer))
}

/// What a folder holds that runs leave behind.
fn left_behind(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    entries.filter(|name| name.starts_with(".evenhand")).collect()
}

/// Every verb that writes, with the words that make it write to `out` in the folder it runs in.
const WRITERS: [&[&str]; 5] = [
    &["report", ".", "--kind", "preliminary", "--out", "out"],
    &["tally", ".", "-o", "out"],
    &["chart", "share", ".", "--where", "medium=print", "--out", "out"],
    &["check", ".", "--rejected", "out"],
    &["plan", "sheet", ".", "--out", "out"],
];

#[test]
fn a_full_disk_costs_no_file() {
    for words in WRITERS {
        let study = SmallStudy::new();
        assert!(study.run(words).status.success());
        if words[0] == "plan" {
            // A coding sheet never takes the place of one that may be filled in.
            assert!(stderr(&study.run(words)).contains("`out` is there already"));
            fs::remove_file(study.path().join("out")).unwrap();
        }
        let before = files(study.path());
        // Another study, so that there is something to write; a limit on the size of files stands for the end of the disk.
        let (_, other) = two_studies();
        let changed = fs::read(other.path().join("data/television.csv")).unwrap();
        let broken = words[0] == "check";
        let changed = if broken { [changed, b"x,y\n".to_vec()].concat() } else { changed };
        fs::write(study.path().join("data/television.csv"), &changed).unwrap();
        let output = after("ulimit -f 0", study.path(), words);
        let said = stderr(&output);
        assert_eq!(output.status.code(), Some(2), "{words:?}: {said}");
        assert!(said.contains("E711 disk-full: `out") && said.contains(" byte"), "{words:?}: {said}");
        let now = files(study.path());
        let is_out = |path: &&String| path.starts_with("out");
        for path in before.keys().filter(is_out) {
            assert_eq!(before[path], now[path], "{words:?}: {path}");
        }
        assert_eq!(before.len(), now.len(), "{words:?}: {:?}", now.keys());
        assert_eq!(left_behind(study.path()), [""; 0], "{words:?}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_disk_that_is_full_in_earnest_costs_no_file() {
    let mount = "mkdir disk && mount -t tmpfs -o size=200k none disk && cp -r *.toml data disk && cd disk || exit 77";
    let study = SmallStudy::new();
    let mut command = Command::new("unshare");
    command.current_dir(study.path()).args(["--map-root-user", "--mount", "/bin/sh", "-c"]);
    command.arg(format!("{mount}; \"$0\" report . --out out; echo \"status $?\"; ls -A"));
    let Ok(output) = command.arg(env!("CARGO_BIN_EXE_evenhand")).output() else { return skip("no unshare") };
    let (printed, said) = (stdout(&output), stderr(&output));
    if !printed.contains("status ") {
        return skip(&format!("no small disk can be mounted: {}", said.trim()));
    }
    assert!(said.contains("E711 disk-full: `out` needs "), "{said}");
    assert_eq!(printed, "status 2\ncodebook.toml\ndata\nstudy.toml\n");
}

#[test]
#[cfg(unix)]
fn what_cannot_be_written_is_said_before_anything_is_computed() {
    use std::os::unix::fs::PermissionsExt as _;
    use std::os::unix::process::CommandExt as _;
    let study = SmallStudy::new();
    let path = study.path();
    // A sheet that would be complained of, were it read.
    fs::write(path.join("data/television.csv"), "").unwrap();
    fs::write(path.join("file"), "").unwrap();
    fs::create_dir(path.join("folder")).unwrap();
    std::os::unix::fs::symlink("file", path.join("link")).unwrap();
    assert!(Command::new("mkfifo").arg(path.join("pipe")).status().unwrap().success());
    let cases = [
        (["tally", ".", "-o", "nowhere/t.parquet"], "E712 not-writable: `nowhere` is no folder that exists"),
        (["tally", ".", "-o", "folder"], "E712 not-writable: `folder` is a folder; name a file"),
        (["tally", ".", "-o", "link"], "X152 not-regular-file: `link` is a link"),
        (["tally", ".", "-o", "pipe"], "X152 not-regular-file: `pipe` is a pipe or a device"),
        (["check", ".", "--rejected", "file/x.csv"], "E712 not-writable: `file` is no folder that exists"),
        (["plan", "days", "--out", "folder"], "E712 not-writable: `folder` is a folder"),
    ];
    for (words, said) in cases {
        let output = study.run(&words);
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        assert!(stderr(&output).starts_with(&format!("error: {said}")), "{words:?}: {}", stderr(&output));
    }
    let sheet = SmallStudy::new();
    fs::write(sheet.path().join("notes.csv"), "mine\n").unwrap();
    let output = sheet.run(&["check", ".", "--rejected", "notes.csv"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("`notes.csv` is there and is no such table"), "{}", stderr(&output));
    assert_eq!(fs::read_to_string(sheet.path().join("notes.csv")).unwrap(), "mine\n");
    for words in [["check", ".", "--rejected", "data/print.csv"], ["plan", "days", "--out", "./codebook.toml"]] {
        let output = sheet.run(&words);
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        assert!(stderr(&output).contains("is a file of the study itself"), "{words:?}: {}", stderr(&output));
    }
    let output = study.run(&["chart", "share", ".", "--out", "file/charts"]);
    assert!(stderr(&output).starts_with("error: E712 not-writable: `file` is no folder"), "{}", stderr(&output));

    // A folder that is not the user's; the superuser's are all of them.
    let mut closed = program(path, &["tally", ".", "-o", "folder/t.parquet"]);
    fs::set_permissions(path.join("folder"), fs::Permissions::from_mode(0o555)).unwrap();
    if fs::write(path.join("folder/probe"), "").is_ok() {
        fs::remove_file(path.join("folder/probe")).unwrap();
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
        closed.uid(65_534).gid(65_534);
    }
    let Ok(output) = closed.output() else { return skip("nobody else may start the program") };
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).starts_with("error: E712 not-writable: `folder` cannot be written"), "{}", stderr(&output));
}

/// Starts `words`, waits a part of the time they take, and hands the run over.
fn interrupted(folder: &Path, words: &[&str], whole: Duration, part: f64) -> Child {
    let child = program(folder, words).spawn().unwrap();
    std::thread::sleep(whole.mul_f64(part));
    child
}

#[test]
fn a_killed_run_leaves_the_old_output_or_the_new_one() {
    let (one, other) = two_studies();
    for (words, n_kills) in [(WRITERS[0], 25), (WRITERS[1], 25)] {
        let bench = tempfile::tempdir().unwrap();
        let folder = bench.path().join("study");
        copy(one.path(), &folder);
        let outputs = [&one, &other].map(|study| {
            copy(study.path(), &folder);
            assert!(evenhand(&folder, words).status.success());
            files(&folder).into_iter().filter(|(path, _)| path.starts_with("out")).collect::<BTreeMap<_, _>>()
        });
        assert_ne!(outputs[0], outputs[1]);
        let started = Instant::now();
        copy(one.path(), &folder);
        assert!(evenhand(&folder, words).status.success());
        let whole = started.elapsed();
        let mut n_left = 0;
        for kill in 0..n_kills {
            copy(if kill % 2 == 0 { other.path() } else { one.path() }, &folder);
            let mut child = interrupted(&folder, words, whole, f64::from(kill) / f64::from(n_kills - 1));
            child.kill().unwrap();
            child.wait().unwrap();
            let now: BTreeMap<_, _> = files(&folder).into_iter().filter(|(path, _)| path.starts_with("out")).collect();
            assert!(outputs.contains(&now), "{words:?}, kill {kill}: {:?}", now.keys());
            n_left += left_behind(&folder).len();
        }
        // What they left is named, and goes when asked to.
        fs::create_dir(folder.join(".evenhand-tmp-Killed")).unwrap();
        fs::write(folder.join(".evenhand-tmp-Killed/half"), "").unwrap();
        let said = stderr(&evenhand(&folder, words));
        assert!(
            said.contains("`.evenhand-tmp-Killed` was left by a run that was killed; --clean removes it"),
            "{said}"
        );
        let cleaned = stderr(&evenhand(&folder, &[words, &["--clean"]].concat()));
        assert!(cleaned.contains("removed `.evenhand-tmp-Killed`"), "{n_left} left: {cleaned}");
        assert_eq!(left_behind(&folder), [""; 0]);
    }
}

#[test]
#[cfg(unix)]
fn an_interrupted_run_stops_at_once_and_removes_what_it_began() {
    use std::os::unix::process::ExitStatusExt as _;
    let study = SmallStudy::new();
    let started = Instant::now();
    assert!(study.run(WRITERS[0]).status.success());
    let whole = started.elapsed();
    fs::remove_dir_all(study.path().join("out")).unwrap();
    for (name, number) in [("INT", 2), ("TERM", 15), ("HUP", 1)] {
        for part in [0.3, 0.6, 0.9] {
            let mut child = interrupted(study.path(), WRITERS[0], whole, part);
            let kill = Command::new("/bin/sh").args(["-c", &format!("kill -{name} {}", child.id())]).status().unwrap();
            let asked = Instant::now();
            let status = child.wait().unwrap();
            assert!(asked.elapsed() < Duration::from_secs(1), "{name} at {part}: {:?}", asked.elapsed());
            assert_eq!(left_behind(study.path()), [""; 0], "{name} at {part}");
            if kill.success() && status.code() != Some(0) {
                // A shell gives 130, 143 and 129 for a run that ended by its signal.
                assert_eq!(status.signal(), Some(number), "{name} at {part}: {status:?}");
                let mut said = String::new();
                child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
                assert!(said.ends_with("stopped: what was not in its place yet is removed\n") || part < 0.5, "{said}");
            }
            let _ = fs::remove_dir_all(study.path().join("out"));
        }
    }
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let study = SmallStudy::new();
    assert!(study.run(WRITERS[1]).status.success());
    let verbs: [&[&str]; 9] = [
        &["measure", "share"],
        &["check", "--format", "json"],
        &["check", "--format", "short"],
        &["explain"],
        &["explain", "E501"],
        &["--licenses"],
        &["words", "ru"],
        &["--help"],
        &["measure", "share", ".", "--format", "json"],
    ];
    for words in verbs {
        let mut child = program(study.path(), words).spawn().unwrap();
        drop(child.stdout.take());
        drop(child.stderr.take());
        assert_eq!(child.wait().unwrap().code(), Some(0), "{words:?}");
        for closed in ["exec >&-", "exec 2>&-", "exec >&- 2>&-"] {
            let output = after(closed, study.path(), words);
            assert!(!stderr(&output).contains("our bug"), "{words:?} {closed}: {}", stderr(&output));
            assert!(matches!(output.status.code(), Some(0 | 2)), "{words:?} {closed}: {:?}", output.status);
        }
    }
}

#[test]
fn nothing_around_a_run_changes_its_bytes() {
    let study = SmallStudy::new();
    let words = ["measure", "share", ".", "--format", "csv"];
    let plain = stdout(&study.run(&words));
    assert!(study.run(WRITERS[0]).status.success());
    let report = files(&study.path().join("out"));
    let around: [&[(&str, &str)]; 4] = [
        &[("LC_ALL", "kk_KZ.UTF-8"), ("LANG", "kk_KZ.UTF-8"), ("LANGUAGE", "kk")],
        &[("LC_ALL", "C"), ("TZ", "Pacific/Kiritimati"), ("HOME", "/nowhere")],
        &[("TERM", "dumb"), ("COLUMNS", "20"), ("NO_COLOR", "1"), ("FONTCONFIG_FILE", "/nowhere")],
        &[
            ("POLARS_MAX_THREADS", "1"),
            ("RAYON_NUM_THREADS", "1"),
            ("POLARS_FMT_MAX_ROWS", "1"),
            ("TMPDIR", "/nowhere"),
        ],
    ];
    for environment in around {
        let mut command = program(study.path(), &words);
        assert_eq!(stdout(&command.envs(environment.iter().copied()).output().unwrap()), plain, "{environment:?}");
        fs::remove_dir_all(study.path().join("out")).unwrap();
        let written = program(study.path(), WRITERS[0]).envs(environment.iter().copied()).output().unwrap();
        assert!(written.status.success(), "{environment:?}: {}", stderr(&written));
        assert!(files(&study.path().join("out")) == report, "{environment:?}");
    }
}

#[test]
fn the_clock_changes_nothing() {
    let study = SmallStudy::new();
    let Ok(found) = Command::new("faketime").arg("--help").output() else { return skip("no faketime") };
    drop(found);
    let mut reports = Vec::new();
    for day in ["1970-01-02 00:00:00", "2100-12-31 23:59:59"] {
        let mut command = Command::new("faketime");
        command.current_dir(study.path()).arg(day).arg(env!("CARGO_BIN_EXE_evenhand")).args(WRITERS[0]);
        let output = command.output().unwrap();
        assert!(output.status.success(), "{day}: {}", stderr(&output));
        reports.push(files(&study.path().join("out")));
        fs::remove_dir_all(study.path().join("out")).unwrap();
    }
    assert!(study.run(WRITERS[0]).status.success());
    reports.push(files(&study.path().join("out")));
    assert!(reports[0] == reports[2] && reports[1] == reports[2]);
}

#[test]
fn a_sheet_that_changes_while_it_is_read_gives_no_figure() {
    let verbs: [&[&str]; 7] = [
        &["check"],
        &["measure", "share"],
        WRITERS[1],
        WRITERS[0],
        &["rules"],
        &["explain", "share/all/time/medium=television/red"],
        &["compare", ".", "."],
    ];
    for words in verbs {
        // On a busy machine the sheet may be saved before and after the run alone, or be met while it is empty.
        assert!((0..20).any(|_| is_told_of_a_change(words)), "{words:?}");
    }
}

/// Runs while somebody saves the sheet again and again, the same or another one. Was the change told? Anything else that went
/// wrong fails.
fn is_told_of_a_change(words: &[&str]) -> bool {
    let study = SmallStudy::new();
    fs::write(study.path().join("rules.toml"), "").unwrap();
    let path = study.path().join("data/television.csv");
    let mut child = program(study.path(), words).spawn().unwrap();
    while child.try_wait().unwrap().is_none() {
        fs::write(&path, TELEVISION).unwrap();
        std::thread::sleep(Duration::from_millis(1));
    }
    let output = child.wait_with_output().unwrap();
    if output.status.code() == Some(0) {
        return false;
    }
    assert!(stdout(&output).is_empty(), "{words:?}: {}", stdout(&output));
    assert!(!study.path().join("out").exists(), "{words:?}");
    let said = stderr(&output);
    assert!(said.contains("data/television.csv"), "{words:?}: {said}");
    assert!(said.contains("E713 changed-while-read") || said.contains("E103 "), "{words:?}: {said}");
    said.contains("E713 ")
}

#[test]
fn two_runs_do_not_write_one_folder_at_once() {
    let study = SmallStudy::new();
    let lock = fs::File::create(study.path().join(".evenhand-lock-out")).unwrap();
    lock.try_lock().unwrap();
    let output = study.run(WRITERS[0]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(stderr(&output), "error: E714 busy: another run is writing `out`; wait until it ends\n");
    drop(lock);
    // A lock whose owner is gone is no lock.
    assert!(study.run(WRITERS[0]).status.success());
    assert_eq!(left_behind(study.path()), [""; 0]);
    let whole = files(&study.path().join("out"));
    fs::remove_dir_all(study.path().join("out")).unwrap();
    let runs: Vec<Child> = (0..4).map(|_| program(study.path(), WRITERS[0]).spawn().unwrap()).collect();
    let ends: Vec<Output> = runs.into_iter().map(|run| run.wait_with_output().unwrap()).collect();
    assert!(ends.iter().any(|end| end.status.code() == Some(0)));
    assert!(ends.iter().all(|end| matches!(end.status.code(), Some(0 | 2))));
    assert!(files(&study.path().join("out")) == whole);
    assert_eq!(left_behind(study.path()), [""; 0]);
}

#[test]
fn a_folder_may_have_any_name() {
    let bench = tempfile::tempdir().unwrap();
    let folder = bench.path().join("Мониторинг ә \"2012\" — 100 %");
    copy(&root().join("tests/small"), &folder);
    let output = evenhand(&folder, &["report", ".", "--kind", "preliminary", "--out", "отчёт [1]"]);
    assert!(output.status.success(), "{}", stderr(&output));
    let again = evenhand(&folder, &["verify", "отчёт [1]", "--study", "."]);
    assert!(again.status.success(), "{}{}", stdout(&again), stderr(&again));
}
