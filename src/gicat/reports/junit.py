"""JUnit XML: a test suite for each file, a test case for each finding; what does not fail the run passes.

Source: the JUnit format of Jenkins (dtkit junit-4.xsd), which GitLab, Azure and others read too.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET

from gicat.reports import CheckedFile, Run
from gicat.reports.advice import advice
from gicat.reports.places import long_place, place, subject
from gicat.reports.words import in_language, one_line, say, visible
from gicat.rules.base import Finding


def write(run: Run) -> str:
    """The XML document; what is unreadable counts as an error of its suite, other failing findings as failures."""
    root = ET.Element("testsuites", name="gicat validate")
    for number, file in enumerate(run.files):
        root.append(_suite(run, file, number))
    for key in ("tests", "failures", "errors"):
        root.set(key, str(sum(int(suite.get(key, "0")) for suite in root)))
    ET.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _suite(run: Run, file: CheckedFile, number: int) -> ET.Element:
    suite = ET.Element("testsuite", name=one_line(file.path), id=str(number))
    cases = [_case(run, file, finding) for finding in file.findings]
    cases = cases or [ET.Element("testcase", name=say("clean", run.language), classname=one_line(file.path))]
    suite.extend(cases)
    suite.set("tests", str(len(cases)))
    suite.set("failures", str(sum(case.find("failure") is not None for case in cases)))
    suite.set("errors", str(sum(case.find("error") is not None for case in cases)))
    return suite


def _case(run: Run, file: CheckedFile, finding: Finding) -> ET.Element:
    where = [long_place(place(file, finding), run.language), subject(run, file, finding)]
    name = " ".join([finding.code, *(part for part in where if part)])
    case = ET.Element("testcase", name=one_line(name), classname=one_line(file.path))
    message = in_language(finding.message, run.language)
    if run.fails(finding):
        unreadable = finding.code.startswith("R")
        told = ET.SubElement(case, "error" if unreadable else "failure", type=finding.code, message=one_line(message))
        told.text = _details(run, finding)
    else:
        ET.SubElement(case, "system-out").text = f"[{finding.severity}] {one_line(message)}\n{_details(run, finding)}"
    return case


def _details(run: Run, finding: Finding) -> str:
    lines = [visible(finding.printed)] if finding.printed else []
    told = advice(run, finding)
    lines += [f"{say('fix', run.language)}: {told}"] if told else []
    return "\n".join(lines)
