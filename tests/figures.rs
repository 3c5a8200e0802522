//! Layout is tested, not hoped for: texts never overlap, leave the frame, shrink below 5.5 pt or pale.

use evenhand::chart::{
    AgreementChart, AgreementRow, BenchmarkChart, BenchmarkRow, CalendarChart, CalendarOutlet, Hue, Lettering, Look,
    Mark, MatrixChart, MatrixRow, Palette, Panel, PanelBar, PanelsChart, PieChart, PieSlice, Reference, Scene,
    ShareBar, ShareChart, ShareToneChart, ShareTonePoint, Size, StackChart, StackRow, TimelineChart, TimelineLine,
    TimelinePoint, TimelineTime, ToneChart, TonePart, ToneRow, VoiceChart, VoiceRow, WaffleChart, WafflePart, png,
    refuse_missing_glyphs, svg,
};

use evenhand::measure::Recording;

const NAMES: [&str; 16] = [
    "Ң",
    "Nur Otan",
    "«Жалпыұлттық социал-демократиялық партия»",
    "Manifesta, Potere al Popolo, Partito della Rifondazione Comunista-Sinistra Europea",
    "Коммунистическая народная партия Казахстана",
    "Νέα Δημοκρατία",
    "Đảng Việt Nam",
    "Þjóðvaki – hreyfing fólksins",
    "Donaudampfschifffahrtsgesellschaftspartei",
    "LEWICA",
    "Azione - +Europa",
    "«Әділет»",
    "ეროვნული მოძრაობა – დემოკრატები",
    "Հայաստանի Հանրապետական կուսակցություն",
    "التجمع الوطني الديمقراطي",
    "המחנה הממלכתי",
];

/// Nothing overlaps, leaves the frame, is too small or too pale, in any palette; every character can be drawn.
fn assert_in_order(draw: impl Fn(Look) -> Scene, size: Size, what: &str) {
    for (_, palette) in Palette::WORDS {
        let scene = draw(Look { size, palette });
        assert_eq!(scene.layout_faults(), Vec::<String>::new(), "{size:?} {palette:?} {what}");
        assert_eq!(refuse_missing_glyphs(&scene), Ok(()));
    }
}

fn lettering() -> Lettering {
    Lettering {
        title: "Manifesta received more than half of editorial coverage in Gorodskoi Obozrevatel".to_owned(),
        subtitle: vec![
            "Share of airtime among 12 registered parties and their candidates, %".to_owned(),
            "12 channels, 30 November 2011 – 10 December 2011".to_owned(),
        ],
        notice: Some("Made-up data. No item behind these figures exists.".to_owned()),
        notes: vec!["Base: 21,510 cm² in 202 items, 29 outlet-days. ".repeat(5)],
        brief: "21,510 cm² in 202 items. Interval: day to day. Source: the team.".to_owned(),
        wording: evenhand::wording::Wording::english(),
        provenance: "Fig. 1 · evenhand · data sha256 10674926…171a · fig01_share_editorial_print.csv".to_owned(),
        alt: "Bar chart".to_owned(),
    }
}

fn chart(n_bars: usize, share_of: impl Fn(usize) -> f64, reference: Option<f64>) -> ShareChart {
    let bars = (0..n_bars).map(|n| {
        let share = share_of(n);
        ShareBar {
            label: NAMES[n % NAMES.len()].to_owned(),
            beside: (n % 2 == 0).then(|| NAMES[(n + 5) % NAMES.len()].to_owned()),
            share,
            limits: (n % 3 != 2).then(|| (share * 0.8, (share * 1.2 + 0.01).min(1.0))),
            percent: format!("{:.1}", share * 100.0),
            interval: if n % 3 == 2 { String::new() } else { "100.0–100.0".to_owned() },
            amount: "1,234,567.8".to_owned(),
            is_focus: n == 0,
            is_flagged: n % 2 == 1,
        }
    });
    ShareChart {
        lettering: lettering(),
        bars: bars.collect(),
        reference: reference.map(|share| Reference { label: "equal share of the registered 14.3%".to_owned(), share }),
        reach: 0.0,
        unit: "appearances".to_owned(),
        interval_heading: "95% interval".to_owned(),
    }
}

#[test]
fn no_share_chart_has_a_layout_fault() {
    for size in [Size::Single, Size::Double] {
        for n_bars in 2..=12 {
            for reference in [None, Some(0.0), Some(0.143), Some(1.0)] {
                let shapes: [fn(usize) -> f64; 4] =
                    [|_| 0.0, |n| if n == 0 { 1.0 } else { 0.0 }, |n| 0.5 / (n as f64 + 1.0), |_| 0.083];
                for share_of in shapes {
                    let scene = chart(n_bars, share_of, reference).scene(size);
                    assert_eq!(scene.layout_faults(), Vec::<String>::new(), "{size:?} {n_bars} {reference:?}");
                    assert_eq!(refuse_missing_glyphs(&scene), Ok(()));
                }
            }
        }
    }
}

#[test]
fn no_tone_chart_has_a_layout_fault() {
    for size in [Size::Single, Size::Double] {
        for n_rows in 2..=12 {
            let shapes: [fn(usize) -> [f64; 3]; 5] = [
                |n| [10.0, 60.0, 30.0].map(|part| part / (n as f64 + 1.0)),
                |n| if n == 0 { [0.0, 1.0, 0.0] } else { [0.0, 0.0, 0.0] },
                |_| [100.0, 0.0, 0.0],
                |_| [0.0, 0.0, 100.0],
                |n| [1_000.0, 90_000.0, 3.0 * n as f64],
            ];
            for parts_of in shapes {
                let rows = (0..n_rows).map(|n| {
                    let part =
                        |amount: f64| TonePart { amount, long: "12,345.6 (100.0%)".into(), short: "100.0%".into() };
                    let [negative, neutral, positive] = parts_of(n).map(part);
                    ToneRow {
                        label: NAMES[n % NAMES.len()].to_owned(),
                        beside: (n % 2 == 0).then(|| NAMES[(n + 5) % NAMES.len()].to_owned()),
                        negative,
                        neutral,
                        positive,
                        total: "123,456.7".to_owned(),
                        is_focus: n == 1,
                    }
                });
                let names = ["negative", "neutral", "positive"].map(str::to_owned);
                let (rows, unit) = (rows.collect(), "appearances".to_owned());
                let scene = ToneChart { lettering: lettering(), rows, names, unit }.scene(size);
                assert_eq!(scene.layout_faults(), Vec::<String>::new(), "{size:?} {n_rows}");
            }
        }
    }
}

#[test]
fn no_benchmark_chart_has_a_layout_fault() {
    for size in [Size::Single, Size::Double] {
        for n_rows in 2..=12 {
            for pair_of in [|n: usize| (0.5 / (n as f64 + 1.0), 0.1), |_| (0.0, 1.0), |_| (1.0, 0.0), |_| (0.0, 0.0)] {
                let rows = (0..n_rows).map(|n| {
                    let (share, benchmark) = pair_of(n);
                    BenchmarkRow {
                        label: NAMES[n % NAMES.len()].to_owned(),
                        beside: (n % 2 == 0).then(|| NAMES[(n + 5) % NAMES.len()].to_owned()),
                        share,
                        limits: (n % 3 != 2).then(|| (share * 0.8, (share * 1.2 + 0.01).min(1.0))),
                        benchmark,
                        pair: "100.0 vs 100.0".to_owned(),
                        difference: "–100.0".to_owned(),
                        interval: "–100.0 to –100.0".to_owned(),
                        is_below: share < benchmark,
                        is_apart: n % 3 == 0,
                        is_flagged: n % 2 == 1,
                    }
                });
                let chart = BenchmarkChart {
                    lettering: lettering(),
                    rows: rows.collect(),
                    names: ["share of appearances", "the votes of the parliamentary election of 15 January 2012"]
                        .map(str::to_owned),
                    difference_heading: "points".to_owned(),
                    interval_heading: "95% interval".to_owned(),
                };
                assert_eq!(chart.scene(size).layout_faults(), Vec::<String>::new(), "{size:?} {n_rows}");
            }
        }
    }
}

#[test]
fn no_voice_chart_has_a_layout_fault() {
    for size in [Size::Single, Size::Double] {
        for n_rows in 2..=12 {
            for parts_of in
                [|n: usize| (30.0 / (n as f64 + 1.0), 20.0), |_| (0.0, 1.0), |_| (1.0, 0.0), |n| (n as f64 * 1e4, 3.0)]
            {
                let rows = (0..n_rows).map(|n| {
                    let (direct, reported) = parts_of(n);
                    let share: f64 = direct / (direct + reported);
                    VoiceRow {
                        label: NAMES[n % NAMES.len()].to_owned(),
                        beside: (n % 2 == 0).then(|| NAMES[(n + 5) % NAMES.len()].to_owned()),
                        direct,
                        reported,
                        long: "12,345.6 (12,345.6 + 12,345.6)".to_owned(),
                        short: "12,345.6".to_owned(),
                        share,
                        limits: (n % 3 != 2).then(|| ((share - 0.3).max(0.0), (share + 0.3).min(1.0))),
                        percent: "100.0%".to_owned(),
                        is_focus: n == 1,
                        is_flagged: n % 2 == 0,
                    }
                });
                let names = ["own words", "talked about"].map(str::to_owned);
                let chart = VoiceChart {
                    lettering: lettering(),
                    rows: rows.collect(),
                    names,
                    percent_heading: "own words, %".into(),
                };
                assert_eq!(chart.scene(size).layout_faults(), Vec::<String>::new(), "{size:?} {n_rows}");
            }
        }
    }
}

#[test]
fn no_matrix_has_a_layout_fault() {
    for n_actors in 2..=12 {
        for n_outlets in [1, 3, 20] {
            let row = |n: usize| MatrixRow {
                label: NAMES[n % NAMES.len()].to_owned(),
                cells: if n % 5 == 4 {
                    Vec::new()
                } else {
                    (0..n_actors).map(|a| (a as f64 / 11.0, "100.0".to_owned())).collect()
                },
                instead: (n % 5 == 4)
                    .then(|| "withheld: fewer than 30 items; the interval is wider than 30 points".repeat(2)),
                total: "1,234,567.8 appearances".to_owned(),
            };
            let actors = (0..n_actors).map(|n| NAMES[n].to_owned()).collect();
            let groups = vec![
                (NAMES[8].to_owned(), (0..n_outlets / 2).map(row).collect()),
                ("Private television".to_owned(), (n_outlets / 2..n_outlets).map(row).collect()),
            ];
            let scene = MatrixChart { lettering: lettering(), actors, groups }.scene(Size::Double);
            assert_eq!(scene.layout_faults(), Vec::<String>::new(), "{n_actors} {n_outlets}");
        }
    }
}

#[test]
fn no_stack_has_a_layout_fault() {
    for size in [Size::Single, Size::Double] {
        for (n_segments, has_rest) in [(2_u8, false), (4, false), (5, true)] {
            for n_outlets in [2, 8, 15] {
                let row = |n: usize| StackRow {
                    label: NAMES[n % NAMES.len()].to_owned(),
                    segments: (0..n_segments)
                        .map(|s| {
                            if n == 0 {
                                (f64::from(u8::from(s == 0)), "100.0".to_owned())
                            } else {
                                (1.0 / f64::from(n_segments), "20.0".to_owned())
                            }
                        })
                        .collect(),
                    total: "1,234,567.8".to_owned(),
                };
                let chart = StackChart {
                    lettering: lettering(),
                    names: (0..n_segments).map(|n| NAMES[usize::from(n) + 2].to_owned()).collect(),
                    hues: hues(4),
                    has_rest,
                    groups: vec![
                        (String::new(), (0..2).map(row).collect()),
                        (NAMES[3].to_owned(), (2..n_outlets).map(row).collect()),
                    ],
                    unit: "appearances".to_owned(),
                };
                assert_eq!(
                    chart.scene(size).layout_faults(),
                    Vec::<String>::new(),
                    "{size:?} {n_segments} {n_outlets}"
                );
            }
        }
    }
}

fn hues(n: usize) -> Vec<Hue> {
    (0..n).map(|place| Hue { place, own: None }).collect()
}

#[test]
fn no_share_chart_for_a_social_post_has_a_layout_fault() {
    for n_bars in 2..=8 {
        let shapes: [fn(usize) -> f64; 3] = [|_| 0.0, |n| if n == 0 { 1.0 } else { 0.0 }, |n| 0.5 / (n as f64 + 1.0)];
        for share_of in shapes {
            let mut chart = chart(n_bars, share_of, Some(0.143));
            chart.lettering.notice = None;
            assert_in_order(|look| chart.scene(look), Size::Social, &n_bars.to_string());
            assert_eq!((chart.scene(Size::Social).width, chart.scene(Size::Social).height), (1_200.0, 675.0));
        }
    }
}

#[test]
fn no_timeline_has_a_layout_fault() {
    for size in [Size::Single, Size::Double] {
        for n_lines in 2..=4 {
            for (n_times, has_dots) in [(2, true), (5, true), (14, false), (31, false), (200, false)] {
                let shares: [fn(usize, usize) -> f64; 3] = [
                    |_, _| 0.0,
                    |_, line| f64::from(u8::from(line == 0)),
                    |time, line| (0.1 + 0.01 * (time % 7) as f64) * line as f64,
                ];
                for share_of in shares {
                    let line = |line: usize| TimelineLine {
                        label: NAMES[line + 2].to_owned(),
                        last: "100.0%".to_owned(),
                        hue: Hue { place: line, own: None },
                        points: (0..n_times)
                            .filter(|time| has_dots || (*time > 5 && time % 11 != 3))
                            .map(|time| {
                                let share = share_of(time, line);
                                TimelinePoint { time, share, limits: (line == 0).then_some((share * 0.8, share)) }
                            })
                            .collect(),
                        days: (0..n_times).map(|time| (time, share_of(time, line))).collect(),
                    };
                    let time = |time: usize| TimelineTime {
                        label: if has_dots { "20 Feb – 26 Feb".to_owned() } else { format!("{} Feb", time % 28 + 1) },
                        amount: 1_000.0 * (time % 9) as f64,
                        is_weekend: time % 7 > 4,
                        is_missing: time % 11 == 3,
                    };
                    let chart = TimelineChart {
                        lettering: lettering(),
                        times: (0..n_times).map(time).collect(),
                        lines: (0..n_lines).map(line).collect(),
                        events: [0, 1, n_times - 1].map(|time| (time, NAMES[time % 16].to_owned())).into(),
                        amount_heading: "appearances of the registered parties per day".to_owned(),
                        weekend_words: "light: weekend".to_owned(),
                        has_dots,
                    };
                    assert_in_order(|look| chart.scene(look), size, &format!("{n_lines} {n_times}"));
                }
            }
        }
    }
}

#[test]
fn no_panels_have_a_layout_fault() {
    for size in [Size::Single, Size::Double] {
        for n_outlets in [2, 3, 5, 12] {
            for n_actors in [2, 7, 12] {
                let panel = |outlet: usize| Panel {
                    name: NAMES[outlet % 16].to_owned(),
                    total: "1,234,567.8 appearances".to_owned(),
                    bars: (0..n_actors)
                        .map(|actor| {
                            let share = if outlet == 0 {
                                f64::from(u8::from(actor == 0))
                            } else {
                                0.9 / (actor + outlet) as f64
                            };
                            let limits = (actor % 3 != 2).then(|| (share * 0.3, (share * 1.7).min(1.0)));
                            PanelBar { share, limits, percent: "100.0".to_owned(), is_flagged: actor % 2 == 0 }
                        })
                        .collect(),
                };
                let chart = PanelsChart {
                    lettering: lettering(),
                    actors: (0..n_actors).map(|n| (NAMES[n].to_owned(), n == 0)).collect(),
                    groups: vec![
                        (NAMES[3].to_owned(), (0..n_outlets / 2).map(panel).collect()),
                        ("Private".to_owned(), (n_outlets / 2..n_outlets).map(panel).collect()),
                    ],
                    reference: Some(Reference { label: "equal share".to_owned(), share: 0.143 }),
                };
                assert_in_order(|look| chart.scene(look), size, &format!("{n_outlets} {n_actors}"));
            }
        }
    }
}

#[test]
fn no_chart_of_share_and_tone_has_a_layout_fault() {
    for size in [Size::Single, Size::Double] {
        for n_outlets in [4, 9, 20] {
            let shapes: [fn(usize) -> (f64, f64); 4] = [
                |n| (0.1 + 0.04 * n as f64, 0.5 - 0.05 * n as f64),
                |_| (0.5, 0.0),
                |n| (f64::from(u8::from(n % 2 == 0)), 1.0 - 2.0 * f64::from(u8::from(n % 3 == 0))),
                |n| (0.4 + 0.001 * n as f64, 0.001 * n as f64),
            ];
            for shape in shapes {
                let point = |n: usize| {
                    let (share, balance) = shape(n);
                    ShareTonePoint {
                        label: NAMES[n % 16].to_owned(),
                        owner: n % 4,
                        share: (share, (n % 3 != 2).then(|| ((share - 0.1).max(0.0), (share + 0.1).min(1.0)))),
                        balance: (balance, (n % 3 != 2).then(|| ((balance - 0.3).max(-1.0), (balance + 0.3).min(1.0)))),
                    }
                };
                let chart = ShareToneChart {
                    lettering: lettering(),
                    points: (0..n_outlets).map(point).collect(),
                    owners: ["state", "private", "public", NAMES[3]].map(str::to_owned).into(),
                    share_heading: "share of the editorial coverage of the registered parties".to_owned(),
                    sides: ["above the line: more positive than negative", "below: more negative"].map(str::to_owned),
                };
                assert_in_order(|look| chart.scene(look), size, &n_outlets.to_string());
            }
        }
    }
}

#[test]
fn no_waffle_and_no_pie_has_a_layout_fault() {
    for size in [Size::Single, Size::Double, Size::Social] {
        for n_parts in 2..=5 {
            for shares in [[0.52, 0.2, 0.12, 0.1, 0.06], [1.0, 0.0, 0.0, 0.0, 0.0], [0.2; 5]] {
                let hue = |part: usize| (part < 4).then_some(Hue { place: part, own: None });
                let lettering = Lettering { notice: None, ..lettering() };
                let waffle = WaffleChart {
                    lettering: lettering.clone(),
                    parts: (0..n_parts)
                        .map(|n| WafflePart {
                            label: NAMES[n + 2].to_owned(),
                            squares: 100 / n_parts,
                            percent: "100.0%".to_owned(),
                            hue: hue(n),
                        })
                        .collect(),
                };
                assert_in_order(|look| waffle.scene(look), size, &n_parts.to_string());
                let pie = PieChart {
                    lettering,
                    slices: (0..n_parts)
                        .map(|n| PieSlice {
                            label: NAMES[n + 2].to_owned(),
                            share: shares[n],
                            percent: "100.0%".to_owned(),
                            hue: hue(n),
                        })
                        .collect(),
                };
                assert_in_order(|look| pie.scene(look), size, &n_parts.to_string());
            }
        }
    }
}

#[test]
fn no_calendar_has_a_layout_fault() {
    let states = [
        Recording::Covered,
        Recording::Silent,
        Recording::Part,
        Recording::Lost,
        Recording::Unplanned,
        Recording::Unknown,
    ];
    for size in [Size::Single, Size::Double] {
        for n_days in [1, 11, 31, 62, 90] {
            let row = |n: usize| {
                let days = (0..n_days).map(|day| states[(day * 7 + n) % 6]).collect();
                CalendarOutlet { name: NAMES[n % 16].to_owned(), days, total: "100 of 100".to_owned() }
            };
            let chart = CalendarChart {
                lettering: lettering(),
                days: (0..n_days).map(|day| (format!("{} Sep", day % 30 + 1), day % 7 == 3)).collect(),
                groups: vec![
                    (NAMES[3].to_owned(), (0..3).map(row).collect()),
                    (String::new(), (3..20).map(row).collect()),
                ],
                key: states.map(|state| (state, "no rows; not known whether recorded".to_owned())).into(),
                total_heading: "days recorded".to_owned(),
            };
            assert_in_order(|look| chart.scene(look), size, &n_days.to_string());
        }
    }
}

#[test]
fn no_chart_of_agreement_has_a_layout_fault() {
    for size in [Size::Single, Size::Double, Size::Social] {
        for least in [0.7, 0.1, -0.9] {
            let row = |n: usize| AgreementRow {
                label: NAMES[n].to_owned(),
                alpha: (n != 1).then_some(least + 0.02 * n as f64),
                limits: (n % 3 != 2).then_some((least - 0.05, (least + 0.2).min(1.0))),
                printed: "\u{2212}0.79".to_owned(),
                verdict: "undefined: one category".to_owned(),
                units: "1,234".to_owned(),
                is_low: n == 0,
            };
            let chart = AgreementChart {
                lettering: Lettering { notice: None, ..lettering() },
                rows: (0..7).map(row).collect(),
                marks: [(0.667, "tentative from 0.667".to_owned()), (0.8, "reliable from 0.8".to_owned())],
                headings: ["alpha", "verdict", "units"].map(str::to_owned),
            };
            assert_in_order(|look| chart.scene(look), size, &least.to_string());
        }
    }
}

#[test]
fn arabic_and_hebrew_stand_at_the_right_and_are_joined() {
    let title = "حصل الحزب على 52.0% من تغطية الأحزاب";
    let arabic = evenhand::wording::Wording::of("ar", None).0;
    let words = Lettering { title: title.to_owned(), wording: arabic, ..lettering() };
    let drawn = ShareChart { lettering: words, ..chart(3, |_| 0.3, None) };
    let scene = drawn.scene(Size::Double);
    let mark = scene.texts().find(|text| text.text == title).unwrap();
    assert!(mark.right_to_left && (mark.x - (scene.width - 35.43)).abs() < 0.1, "{}", mark.x);
    // Joined letters are narrower than the same letters one by one; nothing is drawn left of where the text may be.
    let pixels = ink_columns(&scene);
    let [left, ..] = mark.bounds();
    let first = pixels.iter().position(|has_ink| *has_ink).unwrap();
    assert!(first as f64 >= left, "{first} {left}");
    assert!(pixels[1_900..1_972].iter().any(|has_ink| *has_ink), "the title begins at the right edge");
}

/// Which columns of the title's line hold ink.
fn ink_columns(scene: &Scene) -> Vec<bool> {
    let bytes = png(scene, &svg(scene), "figure=one").unwrap();
    let mut decoder = ::png::Decoder::new(std::io::Cursor::new(&bytes));
    decoder.set_transformations(::png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut buffer = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut buffer).unwrap();
    let (width, samples) = (info.width as usize, buffer.len() / (info.width * info.height) as usize);
    let is_ink = |x: usize, y: usize| buffer[(y * width + x) * samples] < 128;
    (0..width).map(|x| (36..90).any(|y| is_ink(x, y))).collect()
}

#[test]
fn every_letter_of_every_script_leaves_ink() {
    // The renderer drops what it cannot draw: each name alone must darken its row.
    for name in NAMES {
        let words = Lettering { title: name.to_owned(), ..lettering() };
        let scene = ShareChart { lettering: words, ..chart(2, |_| 0.3, None) }.scene(Size::Double);
        let mark = scene.texts().next().unwrap();
        let [left, _, right, _] = mark.bounds();
        let n_ink = ink_columns(&scene).iter().filter(|has_ink| **has_ink).count() as f64;
        assert!(n_ink > 0.45 * (right - left), "{name}: {n_ink} of {}", right - left);
    }
}

#[test]
fn grey_and_print_hold_no_colour() {
    for palette in [Palette::Grey, Palette::Print] {
        let scene = chart(5, |n| 0.5 / (n as f64 + 1.0), Some(0.143)).scene(Look { size: Size::Double, palette });
        let text = svg(&scene);
        for colour in text.split("=\"#").skip(1).map(|rest| &rest[..6]) {
            assert!(colour[..2] == colour[2..4] && colour[2..4] == colour[4..6], "#{colour} in {palette:?}");
        }
    }
}

#[test]
fn a_layout_fault_would_be_seen() {
    let mut scene = chart(3, |_| 0.3, None).scene(Size::Single);
    let copy = scene.marks.iter().rfind(|mark| matches!(mark, Mark::Text(_))).unwrap().clone();
    scene.marks.push(copy);
    scene.width = 500.0;
    let faults = scene.layout_faults().join("\n");
    assert!(faults.contains("overlap") && faults.contains("leaves the frame"), "{faults}");
}

#[test]
fn the_png_has_its_size_resolution_and_description() {
    let scene = chart(7, |n| 0.5 / (n as f64 + 1.0), Some(0.143)).scene(Size::Double);
    let bytes = png(&scene, &svg(&scene), "figure=one").unwrap();
    let reader = ::png::Decoder::new(std::io::Cursor::new(&bytes)).read_info().unwrap();
    let info = reader.info();
    assert_eq!((info.width, f64::from(info.height)), (2_008, scene.height));
    let dims = info.pixel_dims.unwrap();
    assert_eq!((dims.xppu, dims.yppu), (11_811, 11_811), "300 dots per inch");
    let description = info.utf8_text.iter().find(|chunk| chunk.keyword == "Description").unwrap();
    assert_eq!(description.get_text().unwrap(), "Bar chart");
}

#[test]
fn the_svg_draws_every_text_where_the_scene_has_it() {
    let scene = chart(5, |_| 0.2, None).scene(Size::Double);
    let text = svg(&scene);
    for mark in scene.texts().filter(|mark| !mark.text.contains('&')) {
        assert!(
            text.contains(&format!("\n{}\n", mark.text)) || text.contains(&format!(">{}<", mark.text)),
            "{}",
            mark.text
        );
    }
    assert!(text.contains("role=\"img\"") && text.contains("<desc>Bar chart</desc>"));
}

#[test]
fn a_tally_without_what_nobody_asks_for_gives_the_same_table() {
    use evenhand::measure::{Dimension, MeasureRequest, share};
    use evenhand::study::{Field, load};
    let study = load(&crate::support::root().join("samples/kazakhstan-2012")).unwrap().product.unwrap();
    let (whole, _) = evenhand::run(&study).product;
    let dropped = [Field::Programme, Field::Voice, Field::Tone, Field::Capacity];
    let (narrow, _) = evenhand::run_without(&study, &dropped).product;
    assert!(narrow.appearances().height() < whole.appearances().height());
    for pool in &study.pools {
        let request = MeasureRequest::new(pool, &[Dimension::Outlet, Dimension::Day, Dimension::Genre]);
        assert_eq!(share(&whole, &study, &request).unwrap(), share(&narrow, &study, &request).unwrap());
    }
}
