"""What one phone is shown: the same for all, with what is its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request

from socinno_tui.domain.ballot import Ballot
from socinno_tui.domain.errors import SocinnoError
from socinno_tui.domain.phone_view import PhoneView
from socinno_tui.i18n import Language, speaking
from socinno_tui.service.phone_door import OwnIdea, PhoneDoor
from socinno_tui.service.phone_signs import is_sending, new_sending
from socinno_tui.web.pages import Visit, language_of_phone, page, part
from socinno_tui.web.refusals import NotNow, for_phone
from socinno_tui.web.stream import Versions
from socinno_tui.wording.errors import words_for


@dataclass(frozen=True, slots=True)
class Refused:
    """What was refused, and what was typed: that stays in the field."""

    error: SocinnoError
    typed: str = ""
    sending: str = ""


class Visits:
    """Draws the page for phones."""

    def __init__(self, door: PhoneDoor, base: str, versions: Versions, language: Language) -> None:
        self._door = door
        self._base = base
        self._versions = versions
        self._language = language
        self._last_view: PhoneView | None = None

    def language_of(self, request: Request) -> Language:
        """Give the language of a phone."""
        return language_of_phone(request.headers.get("accept-language", ""), self._language)

    def drawn(
        self,
        request: Request,
        phone: str,
        sent: Sequence[str],
        *,
        whole: bool,
        refused: Refused | None = None,
    ) -> str:
        """Give the page, or with `whole` false its main part, in the language of the phone.

        Raises a StoreRefused, unless something was refused already: what was typed is not lost
        because the file can not be read either.
        """
        view, own, ballot = self._seen(phone, sent, must=refused is None)
        signs = self._door.signs
        # Nothing is awaited within: another answer would be in this language.
        with speaking(self.language_of(request)):
            sending = refused.sending if refused and is_sending(refused.sending) else new_sending()
            visit = Visit(
                base=self._base,
                sign=signs.form_sign(phone),
                sending=sending,
                view=view,
                own=own,
                ballot=ballot,
                version=self._versions.of(view),
                said=words_for(for_phone(refused.error)) if refused else "",
                refused=refused is not None,
                typed=refused.typed if refused else "",
            )
            return page(visit) if whole else part(visit)

    def _seen(
        self, phone: str, sent: Sequence[str], *, must: bool
    ) -> tuple[PhoneView, tuple[OwnIdea, ...], Ballot]:
        try:
            self._last_view = self._door.view
            return self._last_view, self._door.own(phone, sent), self._door.ballot(phone)
        except SocinnoError:
            if must:
                raise
            if self._last_view is None:
                raise NotNow from None
            return self._last_view, (), Ballot()
