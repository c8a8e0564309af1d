import pytest

from socinno_tui.domain.phase import Phase, WrongPhase, next_phase, phase_before


def test_the_phases_follow_each_other() -> None:
    walked = [Phase.PREPARATION]
    while walked[-1] is not Phase.FOLLOW_UP:
        walked.append(next_phase(walked[-1]))
    assert walked == list(Phase)


@pytest.mark.parametrize("phase", [Phase.IDEATION, Phase.SELECTION, Phase.CLOSING])
def test_back_is_possible_until_closing_is_done(phase: Phase) -> None:
    assert next_phase(phase_before(phase)) is phase


@pytest.mark.parametrize("phase", [Phase.PREPARATION, Phase.FOLLOW_UP])
def test_there_is_no_way_back_from_the_ends(phase: Phase) -> None:
    with pytest.raises(WrongPhase) as refused:
        phase_before(phase)
    assert refused.value.phase is phase


def test_after_the_follow_up_comes_nothing() -> None:
    with pytest.raises(WrongPhase) as refused:
        next_phase(Phase.FOLLOW_UP)
    assert refused.value.phase is Phase.FOLLOW_UP
