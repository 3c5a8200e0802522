#!/usr/bin/env python3
"""Opens the report's documents with the programs that readers use: what they show must be what we wrote.

Called by .ci/run with a folder for what it makes. Needs LibreOffice and poppler-utils.
"""

import csv
import glob
import os
import subprocess
import sys

OUT = sys.argv[1]
# A profile in which LibreOffice computes every formula when it opens a workbook.
PROFILE = os.path.join(OUT, "profile")
os.makedirs(os.path.join(PROFILE, "user"), exist_ok=True)
with open(os.path.join(PROFILE, "user", "registrymodifications.xcu"), "w", encoding="utf-8") as settings:
    settings.write(
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">'
        "<value>0</value></prop></item></oor:items>"
    )


def run(*words):
    done = subprocess.run(words, capture_output=True, text=True, timeout=300)
    if done.returncode != 0:
        sys.exit(f"{' '.join(words)}\n{done.stdout}{done.stderr}")
    return done.stdout


def office(*words):
    return run("soffice", f"-env:UserInstallation=file://{PROFILE}", "--headless", *words)


def pdf(report):
    info = run("pdfinfo", os.path.join(report, "report.pdf"))
    assert "Tagged:          yes" in info, info
    text = run("pdftotext", "-layout", os.path.join(report, "report.pdf"), "-")
    assert "Key findings" in text and "Limitations" in text, report


def docx(report, folder):
    office("--convert-to", "pdf", "--outdir", folder, os.path.join(report, "report.docx"))
    text = run("pdftotext", "-layout", os.path.join(folder, "report.pdf"), "-")
    assert "Key findings" in text and "Figure 1." in text, report


def number(text):
    """LibreOffice writes a cell with the format of a percentage as one."""
    return float(text[:-1]) / 100 if text.endswith("%") else float(text)


def xlsx(report, folder):
    """LibreOffice's own results of our formulas are the percentages of our tables."""
    # Every sheet as CSV, with values and not as shown.
    office("--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1",
           "--outdir", folder, os.path.join(report, "tables.xlsx"))
    n_checked = 0
    for path in sorted(glob.glob(os.path.join(report, "tables", "share_*_by-*.csv"))):
        with open(path, newline="", encoding="utf-8") as ours:
            rows = [row for row in csv.DictReader(ours) if row["share"]]
        shares = {}
        by = path.rsplit("_by-", 1)[1][:-4]
        for sheet in glob.glob(os.path.join(folder, f"tables-P*by {by}.csv")):
            with open(sheet, newline="", encoding="utf-8") as theirs:
                for row in csv.DictReader(theirs):
                    key = (row["medium"], row.get("ownership", ""), row.get("outlet", ""), row["actor"])
                    shares.setdefault(key, []).append(number(row["share"]))
        for row in rows:
            key = (row["medium"], row["ownership"] if by == "ownership" else "", row["outlet"], row["actor"])
            assert any(abs(share - float(row["share"])) < 1e-9 for share in shares[key]), (path, key)
            n_checked += 1
    assert n_checked > 10, n_checked
    return n_checked


# Their words are English; those of other languages are opened as pages alone.
for report in sorted(glob.glob("reports/*/")):
    if report.rstrip("/").rsplit("-", 1)[-1] in ("ru", "kk", "ar"):
        info = run("pdfinfo", os.path.join(report, "report.pdf"))
        assert "Tagged:          yes" in info, info
        continue
    folder = os.path.join(OUT, os.path.basename(os.path.dirname(report)))
    os.makedirs(folder, exist_ok=True)
    pdf(report)
    docx(report, folder)
    print(f"{report}: {xlsx(report, folder)} shares computed by LibreOffice are ours; PDF and DOCX open")
