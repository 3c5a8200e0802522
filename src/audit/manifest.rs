//! `manifest-sha256.txt`: the digest of every file of a report, in the form `sha256sum -c` reads.

use std::collections::BTreeMap;

use super::sha256;

/// The name of the manifest in a report's folder.
pub const MANIFEST: &str = "manifest-sha256.txt";

/// One file of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputFile {
    /// Path below the folder, with `/`.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Digest by path, with `/` between folders; the manifest itself is not listed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Manifest {
    digests: BTreeMap<String, String>,
}

impl Manifest {
    /// The manifest of some files.
    pub fn of<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Manifest {
        let digests = files.into_iter().map(|(path, bytes)| (path.to_owned(), sha256(bytes)));
        Manifest { digests: digests.collect() }
    }

    /// How many files it lists.
    pub fn n_files(&self) -> usize {
        self.digests.len()
    }

    /// Reads the text of a manifest; `None` where a line is not `digest  path`.
    pub fn parse(text: &str) -> Option<Manifest> {
        let lines = text.lines().map(|line| {
            let (digest, path) = line.split_once("  ")?;
            (digest.len() == 64).then(|| (path.to_owned(), digest.to_owned()))
        });
        Some(Manifest { digests: lines.collect::<Option<_>>()? })
    }

    /// Every path it lists, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.digests.keys().map(String::as_str)
    }

    /// The digest of a path.
    pub fn digest(&self, path: &str) -> Option<&str> {
        self.digests.get(path).map(String::as_str)
    }

    /// The text, sorted by path.
    pub fn text(&self) -> String {
        self.digests.iter().map(|(path, digest)| format!("{digest}  {path}\n")).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_reads_back_as_it_was_written() {
        let manifest = Manifest::of([("b/c.csv", b"x".as_slice()), ("a.txt", b"y".as_slice())]);
        assert!(manifest.text().contains("  b/c.csv\n"));
        assert_eq!((Manifest::default().n_files(), manifest.n_files()), (0, 2));
        assert_eq!(Manifest::parse(&manifest.text()), Some(manifest));
        assert_eq!(Manifest::parse("no manifest"), None);
    }
}
