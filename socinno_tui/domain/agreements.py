"""The agreements of one meeting, each with the idea and the question it came from."""

from __future__ import annotations

from socinno_tui.domain.action import Agreement
from socinno_tui.domain.meeting import Meeting


def agreements_of(meeting: Meeting) -> tuple[Agreement, ...]:
    """Give what was agreed in a meeting, in order of the idea's number."""
    ideas = {idea.id: idea for idea in meeting.ideas}
    questions = {topic.id: topic.question for topic in meeting.topics}
    found = (
        Agreement(
            action=action,
            idea_number=ideas[action.idea_id].number,
            idea_text=ideas[action.idea_id].text,
            question=questions.get(ideas[action.idea_id].topic_id, ""),
            meeting_id=meeting.id,
            meeting_title=meeting.title,
            closed_at=meeting.closed_at,
            zone=meeting.zone,
        )
        for action in meeting.actions
        if action.idea_id in ideas
    )
    return tuple(sorted(found, key=lambda agreement: agreement.idea_number))


def owners_of(agreements: tuple[Agreement, ...]) -> tuple[str, ...]:
    """Give who has any of these agreements now, in alphabetical order."""
    names = {agreement.action.owner_now for agreement in agreements}
    return tuple(sorted(filter(None, names), key=str.casefold))
