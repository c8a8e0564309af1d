"""The tables of the file: the migrations that made them, in order.

No column links an idea or a dot to a person or a device. Tables with rows that may never be
replaced have no rowid: through it a row could be replaced past the gate's triggers.
"""

from __future__ import annotations

from typing import Final

from sqlite_utils import Migrations

from socinno_tui.store.migrations.agenda_and_meters import agenda_with_room_and_a_meter_each
from socinno_tui.store.migrations.dot_rounds import dots_counted_before_they_are_shown
from socinno_tui.store.migrations.first_tables import one_meeting_from_question_to_agreements
from socinno_tui.store.migrations.follow_up import agreements_looked_at_again
from socinno_tui.store.migrations.phones import ideas_and_dots_by_phone
from socinno_tui.store.migrations.silent_rounds import ideas_written_in_silence

migrations: Final = Migrations("socinno")
"""Each is kept in a file by the name of its function. What one has written is never changed: a next
one changes the tables.
"""

for _migration in (
    one_meeting_from_question_to_agreements,
    agreements_looked_at_again,
    agenda_with_room_and_a_meter_each,
    dots_counted_before_they_are_shown,
    ideas_written_in_silence,
    ideas_and_dots_by_phone,
):
    migrations()(_migration)
