"""The small words by which the question coach knows a language, an opening and a subject.

Closed classes only (question words, auxiliaries, pronouns, articles, prepositions): a list of
those is short and stays true, as a list of nouns and verbs does not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Language = Literal["nl", "en"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """The closed word classes of one language, in lower case.

    `askers` open a question, the `noun_askers` among them with a noun before the verb ("welke taken
    houden we"). `verbs` are
    finite and unmistakable before any subject, `weak_verbs` before a pronoun only. `subjects` are
    pronouns that follow a verb turned round, `articles` begin a noun phrase. `joiners` join two
    questions. `others` never are a verb. `telltale` words occur in this language alone.
    """

    askers: frozenset[str]
    noun_askers: frozenset[str]
    verbs: frozenset[str]
    weak_verbs: frozenset[str]
    subjects: frozenset[str]
    articles: frozenset[str]
    joiners: frozenset[str]
    others: frozenset[str]
    telltale: frozenset[str]


DUTCH: Final = QuestionWords(
    askers=_words(
        "hoe wat wie waar waarom wanneer waarmee waardoor waarvoor waaraan waarin waarop waarover "
        "waarbij waaruit waarvan waartoe waarheen wiens welk welke hoelang hoeveel hoezo"
    ),
    noun_askers=_words("hoeveel welk welke wiens"),
    verbs=_words(
        "is zijn was waren wordt worden werd werden heeft hebben had hadden kan kun kunt kunnen "
        "kon konden moet moeten moest moesten mag mogen mocht mochten wil wilt willen wilde wilden "
        "zal zul zult zullen zou zouden gaat gaan ging gingen doet doen deed deden hoeft hoeven "
        "durft durven blijft blijven komt komen krijgt krijgen vindt vinden weet weten betaalt "
        "betalen kost"
    ),
    weak_verbs=_words("ben bent heb hebt ga doe vind weet denk denkt wou"),
    subjects=_words("we wij je jij u jullie ze ik hij het er men iedereen iemand"),
    articles=_words("de het een onze ons mijn jouw uw hun deze dit dat alle"),
    joiners=_words("en of maar"),
    others=_words(
        "aan achter als al alle alleen alles beter binnen bij boven buiten daar dan dat de deze "
        "die dit door dus een en er extra genoeg graag half haar hem hen het hier hun ieder "
        "iedereen iemand in ja je jij juist jullie maar mee meer met mijn minder na naar naast nee "
        "net niemand niet nog nu of om omdat ook om onder onze ons op over per rond sinds snel "
        "straks te tegen terwijl tijdens toch toen tot tussen u uit uw vaak van vanaf veel via "
        "voor voordat vooral vooraf wanneer want we weer wel wij ze zelf zelfs zij zo zoals zodat "
        "zonder"
    ),
    telltale=_words(
        "aan als balie bij binnen dan dat de deze die dit door een en er gaan gaat geen genoeg "
        "hebben heeft hen het hoe hoeveel hun ik je jij jullie kan kunnen kun maar meer met mijn "
        "minder moet moeten mogen na naar niet nog of om onder ons onze ook op over te tot tussen "
        "uit van veel voor waar waarmee waarom wanneer wat welk welke werkt wie wij willen worden "
        "wordt zal zijn zonder zou zouden zullen"
    ),
)

ENGLISH: Final = QuestionWords(
    askers=_words("how what who whom whose where when why which"),
    noun_askers=_words("which whose"),
    verbs=_words(
        "is are was were will would can could should shall might must does did isn't aren't "
        "wasn't weren't won't wouldn't can't cannot couldn't shouldn't mustn't doesn't didn't"
    ),
    weak_verbs=_words("do don't have has had haven't hasn't hadn't may am ought need"),
    subjects=_words("we you they i he she it there everyone anyone somebody someone everybody"),
    articles=_words("the a an our your their my this that these those"),
    joiners=_words("and or but"),
    others=frozenset(),
    telltale=_words(
        "about all an and any are at be been better but by can can't could do does doing enough "
        "everyone for from have how if into is it its keep make may might my of on or our ours "
        "should so than that the their them there they this to too what when where which who why "
        "will with within without won't would you your"
    ),
)

WORDS_OF: Final[dict[Language, QuestionWords]] = {"nl": DUTCH, "en": ENGLISH}
