"""The pictures of the phone never grow old."""

import pytest
from PIL import Image

from tests.phone_pictures import PICTURES, WORDS, words_of
from tests.pictures import FOLDER


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_says_what_the_phone_says(name: str) -> None:
    file = FOLDER / f"{name}.png"
    with Image.open(file) as kept:
        said = kept.info[WORDS]
    assert said == words_of(PICTURES[name]), "python -m tests.phone_pictures"
    assert file.stat().st_size < 60_000
