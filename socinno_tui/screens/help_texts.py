"""What each screen is for in the meeting, and what a good facilitator does there.

What research says is told with who found it, and a figure never without its source.
"""

from __future__ import annotations

from socinno_tui.i18n import N_
from socinno_tui.screens import purposes
from socinno_tui.widgets.help_pane import HelpText

LIBRARY = HelpText(
    N_("Here a meeting begins, and here you see which agreements wait."),
    (
        N_(
            "Look first at what is overdue: an agreement stays in sight until it is done or "
            "stopped."
        ),
        N_(
            "Begin with a question that people in the organisation really have, or copy a meeting "
            "that went well."
        ),
        N_(
            "Is this new to you? The example meeting shows everything, apart from your own "
            "meetings."
        ),
    ),
    lead=purposes.GOING_ON,
)

PREPARING = HelpText(
    N_(
        "Here you decide beforehand what you ask, within which bounds, and what should come of it. "
        "Everything is kept as you type it, in any order."
    ),
    (
        N_(
            "Ask one question, and a narrow one: narrow questions gave more creative ideas "
            "(Rietzschel et al.)."
        ),
        N_(
            "Invite people who want to come; taking part is voluntary, and nobody is asked why not."
        ),
        N_(
            "Agree how long the manager speaks at most. Leaders spoke 150% more than members "
            "(38 teams; CCL 2025)."
        ),
        N_("The meeting can begin with open points, but not without a question and a goal."),
    ),
    lead=purposes.GOING_ON,
)

COLLECTING = HelpText(
    N_("The room thinks along. Every idea is welcome now; choosing comes later."),
    (
        N_("Type each idea as it was said: the idea counts, not who said it."),
        N_("Let a silence be. Later ideas are more original, so do not stop at the first lull."),
        N_(
            "Guide how you talk, not what comes out: steering the process helps, pushing an "
            "outcome hurts (Peterson 1997)."
        ),
        N_("Keep the meter, so that the room does most of the talking. Near the maximum: ask on."),
    ),
    lead=purposes.IDEAS,
)

CHOOSING = HelpText(
    N_("From many ideas to the few that will be worked out. The room chooses."),
    (
        N_("First merge what is the same; every original stays readable and can be split off."),
        N_("Let everyone point out favourites with dots, and only then talk about them."),
        N_("Choose only what somebody in the room wants to work out."),
        N_("Park what is good but not now. Say why something will not be done: people hear that."),
    ),
    lead=purposes.CHOOSING,
)

WATCHING = HelpText(
    N_(
        "This window only shows the meeting, which goes on in another window. It follows by itself."
    ),
    (N_("Let the room read along here, and type in the other window."),),
)

CLOSING = HelpText(
    N_(
        "Ideas become agreements. Every idea that was chosen gets one owner, one person and not a "
        "group, and a date; only then does this screen let go."
    ),
    (
        N_("Say it aloud, and let the owner name the date."),
        N_("Ask for the first step. A plan of the form “If …, then …” helps to really take it."),
        N_(
            "If an idea has no owner after all, park it or decline it with a reason: that is "
            "clear too."
        ),
    ),
    lead=purposes.GOING_ON,
)

RECAP = HelpText(
    N_("This is what the meeting brought."),
    (
        N_("Read it aloud together before everyone leaves, and ask whether it is right."),
        N_(
            "Say when you look again. Following progress helps, and more so when it is recorded "
            "and public (Harkin et al. 2016)."
        ),
        N_("Take the minutes along now, so that everyone has them today."),
    ),
    lead=purposes.TAKING_ALONG,
)

AGREEMENTS = HelpText(
    N_("These are the agreements, and what became of them."),
    (
        N_("Go through them with the owners: what is done, what needs a new date, what stops?"),
        N_("Every answer is kept with its date, and the old one stays readable."),
        N_(
            "Following progress helps (138 studies, d = .40; Harkin et al. 2016): come back to it, "
            "also when there is little news."
        ),
    ),
    lead=purposes.ANSWERING,
)

WALKING = HelpText(
    N_("The room takes the agreements one by one, with their owners, overdue first."),
    (
        N_(
            "Ask: is it done, on course, or does something have to change? Ask for facts, not "
            "excuses."
        ),
        N_("Moved once before? A smaller step or another owner may help more than another date."),
        N_(
            "What was due needs an answer before the walk ends. Leaving halfway is fine: it goes "
            "on where it stopped."
        ),
    ),
    lead=purposes.ANSWERING,
)

RESULTS = HelpText(
    N_(
        "This is what the meetings brought: how many ideas there were, how many were chosen, done, "
        "and done by the date agreed; and which part of the talk was the manager's."
    ),
    (
        N_("Show it to those who thought along: they see what their ideas became."),
        N_("Nobody's name is in it."),
    ),
)

SETTINGS = HelpText(
    N_("Here you set the program to your hand. Every choice is kept at once, on this computer."),
    (
        N_("Set it before the meeting, so that the room sees one thing: its question."),
        N_("A key that two actions would share is refused, and all keys can be set back."),
    ),
)

SILENCE = HelpText(
    N_("Everyone writes for themselves first, on paper, without talking."),
    (
        N_(
            "People who wait for their turn to speak lose ideas: apart they had about twice as "
            "many, and writing takes the loss away (Diehl & Stroebe 1987)."
        ),
        N_("Keep silent yourself, and let the time run: the last minutes bring other ideas."),
        N_("When the time is up nothing happens by itself. Give more time, or begin the harvest."),
    ),
)

HARVEST = HelpText(
    N_("Round the table: one idea a person, or a pass. The managers come last in each round."),
    (
        N_("Type each idea as it was said. Nobody explains or defends one now."),
        N_("Passing is fine, and one may have an idea again in a later round."),
        N_("After a whole round of passes the harvest is in, and the room has the floor."),
    ),
    lead=purposes.IDEAS,
)

ANSWERS = HelpText(
    N_("Whoever gave an idea hears what becomes of it."),
    (
        N_("Say it aloud: later, or no because … A digit gives a common reason."),
        N_("Mark several to answer them at once."),
        N_("What stays open is told as such in the recap: “no answer yet”."),
    ),
    lead=purposes.CHOOSING,
)

ROOM = HelpText(
    N_(
        "The room reads along here: the question, the clocks and the latest ideas, then the "
        "agreements, then the recap."
    ),
    (N_("Everything is done in the facilitator's own window; here nothing can be changed."),),
)

READING_LARGE = HelpText(
    N_("The room reads the question, the clocks and the latest ideas in large letters."),
    (
        N_("Look at the room, not at the screen: everything goes on, and every key still works."),
        N_("To merge, to give dots and to choose, go back to your own picture."),
    ),
)

DOTS = HelpText(
    N_("The room shows what it finds most worth working out: as many dots for each person."),
    (
        N_("Read the idea aloud, and count what is given to it."),
        N_("No count stays on the screen until the last is in, so that nobody follows the others."),
        N_(
            "How many dots each has is custom and no finding. Too few say little, too many say "
            "everything."
        ),
        N_("The dots say what to talk about. Choosing comes after that."),
    ),
    lead=purposes.CHOOSING,
)

AGENDA = HelpText(
    N_("What is left of the meeting, and how it still ends at the time agreed."),
    (
        N_("Does a good talk take longer? Say what goes shorter for it, or ask the room."),
        N_("Keep time for the closing: without an owner and a date an idea goes no further."),
    ),
)

PHONES = HelpText(
    N_(
        "People in the room write ideas on their own phones, without an app, an account or a name. "
        "It all stays on this laptop, and the meeting goes just as well without."
    ),
    (
        N_("Let everyone scan the code, or type the address and the code. Esc: phones stay in."),
        N_("Put them away when people talk: phones in sight make a talk less good."),
        N_("In the silent round everybody writes, and the ideas appear together at its end."),
        N_(
            "Nobody sees who sent what. Anonymity raises the number of ideas and the criticism, "
            "not the quality."
        ),
        N_(
            "No phone comes in? It must be on this laptop's network. On a guest network make a "
            "hotspot, and choose its address."
        ),
    ),
    lead=purposes.IDEAS,
)

READING_FIRST = HelpText(
    N_("Ideas from phones wait here until you have read them, in an order that tells nothing."),
    (
        N_("Leave out only what could hurt somebody; who sent it is not told."),
        N_(
            "The room reads along on this screen. Let it look at the room view instead: socinno "
            "room, in a second window."
        ),
        N_("In a silent round nothing is shown here: what was written waits for its end."),
    ),
    lead=purposes.IDEAS,
)
