"""The coach that reads along while a framing question is worded.

What it holds a question against: exactly one, open, well-bounded question in one breath, so that
the room brings ideas that can be carried out (the article's second tip).
"""

from __future__ import annotations

import re
from enum import Enum
from typing import Final

from socinno_tui.domain.question_words import WORDS_OF, Language, QuestionWords

FEWEST_WORDS = 6
"""Below this a question says too little of what, for whom or by when."""

MOST_WORDS = 20
"""Beyond this a question cannot be kept in mind while thinking of ideas."""


class QuestionRemark(Enum):
    """What the coach remarks on, in the order in which it is best mended."""

    EMPTY = "empty"
    NO_QUESTION_MARK = "no question mark"
    SEVERAL_QUESTIONS = "several questions"
    JOINED = "joined"
    YES_NO = "yes or no"
    TOO_SHORT = "too short"
    TOO_LONG = "too long"
    NO_BOUND = "no bound"


MAY_BE_OVERRULED: Final = frozenset(QuestionRemark) - {QuestionRemark.EMPTY}
"""Every remark is advice, but without a question there is no meeting."""

_WORD: Final = re.compile(r"[^\W_]+(?:['’./-][^\W_]+)*")
_ENDS_WELL: Final = re.compile(r"(?<![?!])\?[\"'”’»)\]]*$")
_SENTENCE: Final = re.compile(r".+?(?:[?!]+|[.;…]+(?=\s+[A-ZÀ-Þ])|$)", re.DOTALL)
"""A stop ends a sentence only before a capital: "bijv. de balie" goes on."""

_NEAR = 3
"""Within how many words of "which" or "how" the verb of a main question comes."""


def remarks(
    question: str, *, has_bound: bool, fallback: Language = "nl"
) -> tuple[QuestionRemark, ...]:
    """Give what the coach remarks on a question, in the order in which it is best mended.

    `has_bound` says whether its frame bounds it at all; `fallback` is the language it is read in
    where its words do not tell.
    """
    if not _words(question):
        return (QuestionRemark.EMPTY,)
    words = WORDS_OF[language_of(question, fallback)]
    count = len(_words(question))
    asked = _asked(question, words)
    found = {
        QuestionRemark.NO_QUESTION_MARK: not _ENDS_WELL.search(question.strip()),
        QuestionRemark.SEVERAL_QUESTIONS: len(asked) > 1,
        QuestionRemark.JOINED: any(_joint(_words(one), words) for one in asked),
        QuestionRemark.YES_NO: any(_is_closed(one, words) for one in asked),
        QuestionRemark.TOO_SHORT: count < FEWEST_WORDS,
        QuestionRemark.TOO_LONG: count > MOST_WORDS,
        QuestionRemark.NO_BOUND: not has_bound,
    }
    return tuple(remark for remark, holds in found.items() if holds)


def language_of(question: str, fallback: Language = "nl") -> Language:
    """Give the language a question is worded in, by the small words only one language has."""
    spoken = frozenset(_words(question))
    dutch, english = (len(spoken & WORDS_OF[language].telltale) for language in ("nl", "en"))
    if dutch == english:
        return fallback
    return "nl" if dutch > english else "en"


def one_question(question: str, fallback: Language = "nl") -> str:
    """Give one of several or joined questions with one question mark, rather one that is open.

    "" where there are no words.
    """
    if not _words(question):
        return ""
    words = WORDS_OF[language_of(question, fallback)]
    asked = _asked(question, words)
    first = next((one for one in asked if not _is_closed(one, words)), asked[0])
    joint = _joint(_words(first), words)
    end = list(_WORD.finditer(first))[joint - 1].end() if joint else len(first)
    return first[:end].strip().rstrip("?!.;, ") + "?"


def opened(question: str, fallback: Language = "nl") -> str:
    """Give a question that asks for yes or no as an open one, or "" where a "how" would not do.

    "Kunnen we sneller werken?" becomes "Hoe kunnen we sneller werken?".
    """
    asked = one_question(question, fallback)
    asker, openable = _OPENED_BY[language_of(question, fallback)]
    verb, _, rest = asked.partition(" ")
    if verb.lower() not in openable or not rest.lower().startswith(("we ", "wij ")):
        return ""
    return f"{asker} {verb.lower()} {rest}"


_OPENED_BY: Final[dict[Language, tuple[str, frozenset[str]]]] = {
    "nl": ("Hoe", frozenset({"kunnen", "kan"})),
    "en": ("How", frozenset({"can", "could", "might"})),
}


def _words(text: str) -> list[str]:
    return [word.replace("’", "'") for word in _WORD.findall(text.lower())]


def _asked(question: str, words: QuestionWords) -> list[str]:
    """The sentences that ask: those with a question mark, and a last one that begins as one.

    Where none does, the last sentence counts as the one meant.
    """
    sentences = [found for found in _SENTENCE.findall(question) if _words(found)]
    last = sentences[-1]
    asked = [found for found in sentences if "?" in found]
    if last not in asked and _from_start(last, words)[0] in words.askers:
        asked.append(last)
    return asked or [last]


def _from_start(sentence: str, words: QuestionWords) -> list[str]:
    spoken = _words(sentence)
    return spoken[1:] if len(spoken) > 1 and spoken[0] in words.joiners else spoken


def _is_closed(sentence: str, words: QuestionWords) -> bool:
    """Whether a sentence asks for yes or no: it begins with a verb and its subject, there or
    after a first clause ("als dat zo is, moeten we dan …"), or states with a question mark.
    """
    spoken = _from_start(sentence, words)
    if spoken[0] in words.askers:
        return False
    if _is_turned_round(spoken, words) or _is_statement(sentence, spoken, words):
        return True
    after = _words(sentence.partition(",")[2])
    return words.askers.isdisjoint(after) and _is_turned_round(after, words)


def _is_turned_round(spoken: list[str], words: QuestionWords) -> bool:
    """Whether it begins with a finite verb and its subject ("moeten we", "werkt de scanner")."""
    if len(spoken) < 2:
        return False
    if spoken[0] in words.verbs | words.weak_verbs:
        return True
    return _may_be_verb(spoken[0], words) and spoken[1] in words.subjects | words.articles


def _is_statement(sentence: str, spoken: list[str], words: QuestionWords) -> bool:
    """Whether it is a statement with a question mark ("We kunnen dat toch wel?")."""
    begins = spoken[0] in words.subjects and len(spoken) > 1
    return "?" in sentence and begins and spoken[1] in words.verbs | words.weak_verbs


def _may_be_verb(word: str, words: QuestionWords) -> bool:
    """Whether a word before a subject is its verb. Dutch turns every verb round, English only
    those of its list.
    """
    if word in words.verbs | words.weak_verbs:
        return True
    return bool(words.others) and word not in words.others | words.askers


def _joint(spoken: list[str], words: QuestionWords) -> int:
    """The place of the word that joins a second question to the first, 0 where none does.

    A list ("wachttijd en kosten"), two things to do ("find and keep staff") and two clauses that
    hang on the same verb ("afspreken wie wat doet en wanneer het klaar is") are one question.
    """
    is_turned = _is_turned_round(spoken, words)
    for place, word in enumerate(spoken):
        if word not in words.joiners or spoken[place - 1] in words.askers:
            continue
        asks_before = is_turned or not words.askers.isdisjoint(spoken[:place])
        is_nested = not words.askers.isdisjoint(spoken[1:place])
        if asks_before and _asks_anew(spoken[place + 1 :], words, is_nested=is_nested):
            return place
    return 0


def _asks_anew(spoken: list[str], words: QuestionWords, *, is_nested: bool) -> bool:
    """Whether what follows the joining word is a main question of its own.

    `is_nested` says that the first question holds a clause that begins with an asking word, to
    which this may belong: then only a pronoun after its verb tells.
    """
    asker = next((at for at, word in enumerate(spoken[:2]) if word in words.askers), None)
    if asker is None:
        return _begins_verb_pronoun(spoken, words) or (
            len(spoken) > 1 and spoken[0] in words.verbs and spoken[1] in words.articles
        )
    has_noun = spoken[asker] in words.noun_askers
    rest = spoken[asker + 1 :]
    for at, word in enumerate(rest[:_NEAR]):
        if word in words.subjects | words.articles | words.askers:
            return False
        if word in words.verbs | words.weak_verbs and not is_nested:
            return True
        if at >= has_noun and _begins_verb_pronoun(rest[at:], words):
            return True
    return False


def _begins_verb_pronoun(spoken: list[str], words: QuestionWords) -> bool:
    return len(spoken) > 1 and spoken[1] in words.subjects and _may_be_verb(spoken[0], words)
