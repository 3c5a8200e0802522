//! Names on figures. What is drawn is well-formed XML that holds nothing a name brought along, or the missing glyphs are named.
#![no_main]

use evenhand::chart::{
    Lettering, MatrixChart, MatrixRow, Reference, ShareBar, ShareChart, Size, refuse_missing_glyphs, svg,
};
use libfuzzer_sys::fuzz_target;
use quick_xml::Reader;
use quick_xml::events::Event;

fn share_chart(names: &[&str], lettering: Lettering) -> ShareChart {
    let bar = |(n, name): (usize, &&str)| ShareBar {
        label: (*name).to_owned(),
        beside: (n % 2 == 1).then(|| names[0].to_owned()),
        share: 1.0 / (n + 2) as f64,
        limits: Some((0.1, 0.6)),
        percent: "12.5".to_owned(),
        interval: "10.0–60.0".to_owned(),
        amount: "1,234".to_owned(),
        is_focus: n == 0,
        is_flagged: n == 2,
    };
    ShareChart {
        lettering,
        bars: names.iter().enumerate().map(bar).collect(),
        reference: Some(Reference { label: names[0].to_owned(), share: 0.2 }),
        reach: 0.0,
        unit: names[names.len() - 1].to_owned(),
        interval_heading: "95% interval".to_owned(),
    }
}

fn matrix_chart(names: &[&str], lettering: Lettering) -> MatrixChart {
    let row = |name: &&str| MatrixRow {
        label: (*name).to_owned(),
        cells: names.iter().map(|_| (0.1, "10.0".to_owned())).collect(),
        instead: None,
        total: "12 min".to_owned(),
    };
    MatrixChart {
        lettering,
        actors: names.iter().map(|name| (*name).to_owned()).collect(),
        groups: vec![(names[0].to_owned(), names.iter().map(row).collect())],
    }
}

/// XML 1.0 holds no other characters, written out or as references.
fn is_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

fn is_sound(text: &str) {
    assert!(text.chars().all(is_xml), "{text:?}");
    let mut xml = Reader::from_str(text);
    xml.config_mut().check_end_names = true;
    let mut depth = 0;
    loop {
        match xml.read_event().expect("well-formed XML") {
            Event::Start(tag) => {
                depth += 1;
                check(&tag);
            }
            Event::Empty(tag) => check(&tag),
            Event::End(_) => depth -= 1,
            Event::Text(text) => assert!(!text.contains('&')),
            Event::GeneralRef(name) => {
                assert!(["amp", "lt", "gt", "quot", "apos"].contains(&&*name), "{name:?}");
            }
            Event::Eof => break,
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(depth, 0);
}

fn check(tag: &quick_xml::events::BytesStart<'_>) {
    const OURS: [&str; 11] =
        ["svg", "title", "desc", "rect", "circle", "polyline", "polygon", "line", "text", "path", "g"];
    let name = tag.name();
    assert!(OURS.contains(&name.as_ref()), "{name:?}");
    for attribute in tag.attributes() {
        let attribute = attribute.expect("a well-formed attribute");
        assert!(!attribute.value.contains('<'), "{attribute:?}");
    }
}

fuzz_target!(|text: &str| {
    let names: Vec<&str> = text.split('\n').take(6).collect();
    let lettering = Lettering {
        title: names[0].to_owned(),
        subtitle: vec![names[names.len() - 1].to_owned()],
        notice: Some(names[0].to_owned()),
        notes: names.iter().map(|name| (*name).to_owned()).collect(),
        brief: names[0].to_owned(),
        provenance: "figure 1".to_owned(),
        alt: text.to_owned(),
        ..Lettering::default()
    };
    let size = [Size::Single, Size::Double, Size::Social][text.len() % 3];
    let scenes =
        [share_chart(&names, lettering.clone()).scene(size), matrix_chart(&names, lettering).scene(Size::Double)];
    for scene in scenes {
        if let Err(missing) = refuse_missing_glyphs(&scene) {
            assert!(!missing.characters.is_empty() && !missing.to_string().is_empty());
            continue;
        }
        scene.layout_faults();
        is_sound(&svg(&scene));
    }
});
