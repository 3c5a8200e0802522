//! The sheets of a random study: lines are drawn, and written as each desk writes.

use std::fmt::Write as _;

use super::study::{
    CAPACITIES, Columns, DAYPARTS, Dice, GENRES, Line, PROGRAMMES, Quantity, Row, Source, Study, VOICES,
};
use super::words;

const AIRTIME: [&str; 9] =
    ["seconds", "minutes", "milliseconds", "hh:mm:ss", "mm:ss", "day-fraction", "clips", "words", "start-end"];
const AREA: [&str; 6] = ["cm2", "mm2", "width-x-height", "columns-x-height", "column-inches", "page-share"];
const APPEARANCES: [&str; 2] = ["one-per-row", "count"];

/// Draws one or two sheets for each quantity and fills them.
pub(super) fn fill(dice: &mut Dice, study: &mut Study) {
    let mut item = 0;
    for quantity in [Quantity::Airtime, Quantity::Area, Quantity::Appearances] {
        let outlets: Vec<usize> =
            (0..study.outlets.len()).filter(|at| study.outlets[*at].quantity() == quantity).collect();
        if outlets.is_empty() {
            continue;
        }
        for number in 0..dice.between(1, 2) {
            let mut source = drawn(dice, quantity, number);
            let small = dice.percent(50);
            // Mostly enough days for an interval, now and then a single row.
            let n_items = if dice.percent(10) { 1 } else { dice.between(4, 45) };
            for _ in 0..n_items {
                item += 1;
                let outlet = dice.pick(&outlets);
                draw_item(dice, study, &mut source, outlet, item * 100, small);
            }
            study.sources.push(source);
        }
    }
}

fn drawn(dice: &mut Dice, quantity: Quantity, number: i64) -> Source {
    let format = match quantity {
        Quantity::Airtime => dice.pick(&AIRTIME),
        Quantity::Area => dice.pick(&AREA),
        Quantity::Appearances => dice.pick(&APPEARANCES),
    };
    let split = format != "one-per-row" && dice.percent(40);
    Source {
        id: format!("{}-{number}", quantity.word()),
        quantity,
        format,
        delimiter: dice.pick(&[',', ';', '\t', '|']),
        decimal: dice.pick(&['.', ',']),
        date_order: dice.pick(&["ymd", "dmy", "mdy"]),
        header_row: if dice.percent(25) { 3 } else { 1 },
        has: Columns {
            item: dice.percent(80),
            capacity: dice.percent(80),
            voice: dice.percent(80),
            tone: dice.percent(80),
            programme: dice.percent(50),
            start: format == "start-end" || dice.percent(40),
            pass: dice.percent(50),
            fill_down: dice.percent(20),
            totals: dice.percent(25),
        },
        allocation: split.then(|| if format == "count" { "full" } else { dice.pick(&["full", "equal-split"]) }),
        encoding: dice.pick(&["utf-8", "utf-8", "utf-8 with a mark", "utf-16le"]),
        lines: Vec::new(),
    }
}

/// One item: a few lines with one outlet, day, genre and programme.
fn draw_item(dice: &mut Dice, study: &Study, source: &mut Source, outlet: usize, item: usize, small: bool) {
    let has = source.has;
    let day = if dice.percent(8) {
        dice.pick(&[study.from - 1, study.to + 1, study.from - 40])
    } else {
        dice.between(study.from, study.to)
    };
    let genre = dice.below(GENRES.len());
    let programme = (has.programme && dice.percent(85)).then(|| dice.below(PROGRAMMES.len()));
    let minute = if has.start { dice.between(6 * 60, 24 * 60 - 1) } else { -1 };
    let daypart = DAYPARTS.iter().position(|(_, from, to)| (from * 60..to * 60).contains(&minute));
    // An actor stands but once in an item that is counted.
    let n_lines = if source.quantity == Quantity::Appearances { 1 } else { dice.pick(&[1, 1, 2, 3]) };
    for at in 0..n_lines {
        let mut actors: Vec<usize> = (0..study.actors.len()).collect();
        while actors.len() > if source.allocation.is_some() { 3 } else { 1 } || actors.len() > 1 && dice.percent(50) {
            actors.remove(dice.below(actors.len()));
        }
        let parts = i128::try_from(actors.len()).unwrap();
        let equal = source.allocation == Some("equal-split");
        let written = drawn_amount(dice, source.format, small);
        let row = Row {
            day,
            outlet,
            quantity: source.quantity,
            // Without a column for it every line is an item.
            item: if has.item { item } else { item + at },
            actor: 0,
            capacity: (has.capacity && dice.percent(80)).then(|| dice.below(CAPACITIES.len())),
            genre,
            voice: (has.voice && dice.percent(80)).then(|| dice.below(VOICES.len())),
            tone: (has.tone && dice.percent(75)).then(|| dice.below(study.tones.len())),
            programme,
            daypart,
            pass: if has.pass && dice.percent(12) { 2 } else { 1 },
            amount: written,
        };
        let part = |(number, actor)| Row {
            actor,
            item: row.item + if has.item { 0 } else { number * 10 },
            // What does not divide evenly goes to the first names in the cell.
            amount: if equal { written / parts + i128::from((number as i128) < written % parts) } else { written },
            ..row.clone()
        };
        let rows = actors.into_iter().enumerate().map(part).collect();
        source.lines.push(Line { rows, written, minute });
    }
}

/// An amount that the format can write, in base units.
fn drawn_amount(dice: &mut Dice, format: &str, small: bool) -> i128 {
    if dice.percent(2) && format != "one-per-row" {
        return 0;
    }
    let size = i128::from(if small { dice.between(1, 12) } else { dice.between(1, 2_500) });
    let fine = |dice: &mut Dice, units: &[i128]| if small { units[0] } else { dice.pick(units) };
    let unit = match format {
        "seconds" => fine(dice, &[500, 1_000, 10]),
        "minutes" => fine(dice, &[6_000, 60_000, 600]),
        "milliseconds" => fine(dice, &[1_000, 1]),
        "hh:mm:ss" | "mm:ss" | "words" | "start-end" => 1_000,
        "day-fraction" => 8_640,
        "clips" => 15_000,
        "cm2" => fine(dice, &[50, 100, 1]),
        // So many millimetres wide, and so many columns of 4.5 cm.
        "width-x-height" => 35,
        "columns-x-height" => 90,
        // One inch of a column of 4.5 cm, and a thousandth of a page of 1,000 cm2.
        "column-inches" => 1_143,
        "page-share" => return (size % 200 * 5 + 5) * 100,
        "one-per-row" => return 1,
        _ => 1,
    };
    size * unit
}

/// What stands in the cells of the amount.
fn written(source: &Source, line: &Line, dice: &mut Dice) -> Vec<String> {
    let amount = line.written;
    let number = |value, decimals| words::decimal(value, decimals, source.decimal);
    let clock = amount / 1_000;
    vec![match source.format {
        "seconds" => number(amount, 3),
        "minutes" => number(amount / 6, 4),
        "milliseconds" | "mm2" | "count" => amount.to_string(),
        "hh:mm:ss" => format!("{}:{:02}:{:02}", clock / 3_600, clock / 60 % 60, clock % 60),
        "mm:ss" => format!("{:02}:{:02}", clock / 60, clock % 60),
        "day-fraction" => number(amount / 8_640, 4),
        "words" => format!("{} hours, {} minutes, {} seconds", clock / 3_600, clock / 60 % 60, clock % 60),
        "start-end" => {
            let end = i128::from(line.minute) * 60 + clock;
            format!("{:02}:{:02}:{:02}", end / 3_600 % 24, end / 60 % 60, end % 60)
        }
        "clips" => number(amount / 15_000, 0),
        "cm2" => number(amount, 2),
        "width-x-height" => return vec![number(35, 1), number(amount / 35, 1)],
        "columns-x-height" => return vec!["2".to_owned(), number(amount / 90, 1)],
        "column-inches" => number(amount / 1_143, 0),
        "page-share" if dice.percent(50) => format!("{} %", number(amount / 100, 1)),
        "page-share" => number(amount / 100, 3),
        _ => return Vec::new(),
    }]
}

/// The headings of the amount, as (field, heading).
fn amount_columns(format: &str) -> Vec<(&'static str, &'static str)> {
    match format {
        "width-x-height" => vec![("width", "Breite"), ("height", "Höhe")],
        "columns-x-height" => vec![("width", "Spalten"), ("height", "Höhe")],
        "start-end" => vec![("end", "Ende")],
        "one-per-row" => Vec::new(),
        _ => vec![("amount", "Wie viel, genau")],
    }
}

fn columns(source: &Source) -> Vec<(&'static str, &'static str)> {
    let has = source.has;
    let mut list = vec![("date", "Datum"), ("outlet", "Kanal; Blatt"), ("actor", "Кто"), ("genre", "Genre")];
    let optional = [
        (has.item, ("item", "Nr.")),
        (has.capacity, ("capacity", "Rolle")),
        (has.voice, ("voice", "Stimme")),
        (has.tone, ("tone", "Ton")),
        (has.programme, ("programme", "Sendung")),
        (has.start, ("start", "Beginn")),
        (has.pass, ("pass", "Pass")),
    ];
    list.extend(optional.iter().filter(|(there, _)| *there).map(|(_, column)| *column));
    list.extend(amount_columns(source.format));
    list
}

/// The source's part of study.toml.
pub(super) fn declared(source: &Source) -> String {
    let Source { id, format, decimal, date_order, header_row, .. } = source;
    let delimiter = if source.delimiter == '\t' { "tab".to_owned() } else { source.delimiter.to_string() };
    let mut text = format!("[[source]]\nid = \"{id}\"\nfiles = \"data/{id}*.csv\"\namount = \"{format}\"\n");
    write!(text, "quantity = \"{}\"\ndelimiter = \"{delimiter}\"\ndecimal = \"{decimal}\"\n", source.quantity.word())
        .unwrap();
    write!(text, "date_order = \"{date_order}\"\nheader_row = {header_row}\nignore = [\"Note\"]\n").unwrap();
    if *format == "clips" {
        text += "clip_seconds = 15\n";
    }
    if *format == "start-end" {
        text += "crosses_midnight = true\n";
    }
    if source.encoding == "utf-16le" {
        text += "encoding = \"utf-16le\"\n";
    }
    if source.has.fill_down {
        text += "fill_down = [\"date\", \"outlet\"]\n";
    }
    if let Some(allocation) = source.allocation {
        write!(text, "split = {{ actor = \"&\" }}\nallocation = \"{allocation}\"\n").unwrap();
    }
    text += "[source.columns]\n";
    for (field, heading) in columns(source) {
        writeln!(text, "{field} = \"{heading}\"").unwrap();
    }
    if source.has.voice {
        text += "[source.values.voice]\nParola = \"direct\"\n";
    }
    if source.has.totals {
        text += "[[source.leave_out]]\ncolumn = \"Кто\"\nmatches = [\"Total*\"]\n";
    }
    text
}

/// The files of a source: one, or two parts of it.
pub(super) fn files(study: &Study, source: &Source, dice: &mut Dice) -> Vec<(String, Vec<u8>)> {
    // Rows of one item stay in one file.
    let cut = source.lines.iter().map(|line| line.rows[0].item / 100).nth(source.lines.len() / 2).unwrap();
    let (first, second): (Vec<Line>, Vec<Line>) =
        source.lines.iter().cloned().partition(|line| line.rows[0].item / 100 < cut);
    let parts = if dice.percent(25) && !first.is_empty() { vec![first, second] } else { vec![source.lines.clone()] };
    let file = |(number, lines): (usize, &Vec<Line>)| {
        let text = sheet(study, source, lines, dice);
        let bytes = match source.encoding {
            "utf-16le" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            "utf-8" => text.into_bytes(),
            _ => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        };
        (format!("data/{}-{number}.csv", source.id), bytes)
    };
    parts.iter().enumerate().map(file).collect()
}

/// The text of a sheet.
fn sheet(study: &Study, source: &Source, lines: &[Line], dice: &mut Dice) -> String {
    let mut text = String::new();
    for _ in 1..source.header_row {
        text += "A title above\n";
    }
    let mut heads: Vec<String> = columns(source).into_iter().map(|(_, heading)| heading.to_owned()).collect();
    heads.push("Note".to_owned());
    text += &record(source, &heads, dice);
    let mut above = (0, 0);
    for line in lines {
        let row = &line.rows[0];
        let mut cells = cells(study, source, line, dice);
        if source.has.fill_down && above == (row.day, row.outlet) {
            cells[0].clear();
            cells[1].clear();
        }
        above = (row.day, row.outlet);
        text += &record(source, &cells, dice);
        if source.has.totals && dice.percent(10) {
            cells[2] = "Total of the day".to_owned();
            text += &record(source, &cells, dice);
        }
    }
    text
}

fn cells(study: &Study, source: &Source, line: &Line, dice: &mut Dice) -> Vec<String> {
    let row = &line.rows[0];
    let has = source.has;
    let (year, month, day) = words::civil(row.day);
    let outlet = &study.outlets[row.outlet];
    let named = |list: &[(&str, &str)], at: Option<usize>, dice: &mut Dice| {
        at.map_or(String::new(), |at| dice.pick(&[list[at].0.to_owned(), list[at].1.to_uppercase()]))
    };
    let actors: Vec<String> = line
        .rows
        .iter()
        .map(|row| {
            let actor = &study.actors[row.actor];
            let [name, alias] = [0, 1].map(|at| actor.spellings[at].clone());
            dice.pick(&[actor.id.clone(), name.to_uppercase(), name, alias.to_lowercase(), alias])
        })
        .collect();
    let mut cells = vec![
        match source.date_order {
            "dmy" => format!("{day:02}.{month:02}.{year}"),
            "mdy" => format!("{month}/{day}/{year}"),
            _ => words::date(row.day),
        },
        dice.pick(&[outlet.id.clone(), outlet.name.to_owned(), outlet.name.to_uppercase()]),
        actors.join(dice.pick(&["&", " & "])),
        dice.pick(&[GENRES[row.genre].0, GENRES[row.genre].1]).to_owned(),
    ];
    let tone = row.tone.map_or(String::new(), |at| {
        let (id, value) = study.tones[at];
        dice.pick(&[id.to_owned(), value.to_string(), format!("tone {id}")])
    });
    let mut voice = named(&VOICES, row.voice, dice);
    if row.voice == Some(0) && dice.percent(30) {
        voice = "Parola".to_owned();
    }
    let optional = [
        (has.item, format!("I-{}", row.item)),
        (has.capacity, named(&CAPACITIES, row.capacity, dice)),
        (has.voice, voice),
        (has.tone, tone),
        (has.programme, named(&PROGRAMMES, row.programme, dice)),
        (has.start, format!("{:02}:{:02}", line.minute / 60, line.minute % 60)),
        (has.pass, if row.pass == 1 && dice.percent(30) { String::new() } else { row.pass.to_string() }),
    ];
    cells.extend(optional.into_iter().filter(|(there, _)| *there).map(|(_, cell)| cell));
    cells.extend(written(source, line, dice));
    // A number in the note keeps rows that are alike apart.
    cells.push(format!("note {}, \"{}\"", row.item, dice.between(0, 1 << 40)));
    cells
}

fn record(source: &Source, cells: &[String], dice: &mut Dice) -> String {
    let cells: Vec<String> = cells
        .iter()
        .map(|cell| {
            let needed = cell.contains(['"', '\n', source.delimiter]);
            if needed || dice.percent(10) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() }
        })
        .collect();
    cells.join(&source.delimiter.to_string()) + dice.pick(&["\n", "\n", "\r\n"])
}
