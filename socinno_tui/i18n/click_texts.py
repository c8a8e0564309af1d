"""The sentences that click says itself, so that our catalogues speak for it too.

Click asks the standard library's gettext for the process's own text domain.
"""

from __future__ import annotations

import gettext
from collections.abc import MutableMapping

from socinno_tui.i18n import LOCALES, N_, NN_, Language

CLICK_TEXTS = (
    N_("Usage:"),
    N_("Options"),
    N_("Commands"),
    N_("Aborted!"),
    N_("Show this message and exit."),
    N_("Show the version and exit."),
    N_("Error: {message}"),
    N_("Try '{command} {option}' for help."),
    N_("Missing command."),
    N_("Missing argument"),
    N_("Missing option"),
    N_("Invalid value: {message}"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("No such option {name!r}."),
    N_("No such command {name!r}."),
    N_("%(prog)s, version %(version)s"),
    N_("{value!r} is not a valid {number_type}."),
    N_("{value} is not in the range {range}."),
    N_("Option {name!r} does not take a value."),
    NN_("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    NN_("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    NN_("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    NN_("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
)
"""What our commands can make click say."""


def speak_click(language: Language, environment: MutableMapping[str, str]) -> None:
    """Let click speak a language: point the process's text domain at our catalogues."""
    gettext.bindtextdomain("socinno", str(LOCALES))
    gettext.textdomain("socinno")
    # The standard library chooses its catalogue by this variable before any other.
    environment["LANGUAGE"] = language
