"""Who people are: skin, hair and clothes, drawn by lot from wardrobes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tools.illustrations.colour import WHITE, Colour, rgb, rgbs

if TYPE_CHECKING:
    from tools.illustrations.dice import Dice

SKINS = rgbs("f2c9a5 ebbb93 e3ae84 d9a077 cd9168 f5d3b5")
HAIRS = rgbs("2a2230 332831 1f1c28 3d2c2c 463330")
GREY_HAIRS = rgbs("8d8790 b9b3b6 6f6a73")
SUITS = rgbs("2f3a56 3b3b4d 26324a 4a4a5c 2d4a5e 54483f")
SHIRTS = rgbs("fdf9f1 f4f6fa e3ecf5 d6e4f0 f8efe0 c9dcea")
TUNICS = rgbs("c8423f e0a02f 3f7f8c d9778a 7a4f8f 2f6b5e 3d5f9e e8875c")
CASUALS = rgbs("d9674a e3a541 4f8f86 5b7fa8 b75d69 8a6fa3 dcc9a3 6e9a5b 3f5f7f")
TROUSERS = rgbs("2f3245 3a3a48 4d4650 28344a 5b5148")
TIES = rgbs("9a1b1e 2f5f9a 7a3b5f c28a2d 2f6b5e")
GREEN_UNIFORM = rgb("5d7a4a")
BLUE_UNIFORM = rgb("3e74b8")
MEN_CUTS = ("short", "short", "side", "side", "receding")
WOMEN_CUTS = ("long", "bun", "bob", "tail", "long")


@dataclass(frozen=True, slots=True)
class Look:
    """One person, whatever they do. `garb` is the kind of clothes, `top` and `bottom` colour it."""

    skin: Colour
    hair: Colour
    cut: str
    garb: str
    top: Colour
    bottom: Colour
    accent: Colour
    hat: str = ""
    glasses: bool = False

    @property
    def is_woman(self) -> bool:
        return self.cut in WOMEN_CUTS


def _person(dice: Dice, *, woman: bool, garb: str, top: Colour) -> Look:
    old = dice.chance(0.2)
    cuts = (("bun", "bob") if old else WOMEN_CUTS) if woman else MEN_CUTS
    return Look(
        skin=dice.choice(SKINS),
        hair=dice.choice(GREY_HAIRS if old else HAIRS),
        cut=dice.choice(cuts),
        garb=garb,
        top=top,
        bottom=top if garb == "suit" else dice.choice(TROUSERS),
        accent=dice.choice(TIES),
        glasses=dice.chance(0.25),
    )


def official(dice: Dice) -> Look:
    """Return someone dressed for a ceremony: a suit, a white shirt or an áo dài."""
    if dice.chance(0.4):
        return hostess(dice) if dice.chance(0.6) else clerk(dice, woman=True)
    if dice.chance(0.6):
        return _person(dice, woman=False, garb="suit", top=dice.choice(SUITS))
    return clerk(dice, woman=False)


def suited(dice: Dice) -> Look:
    return _person(dice, woman=False, garb="suit", top=dice.choice(SUITS))


def hostess(dice: Dice) -> Look:
    """Return a woman in an áo dài."""
    look = _person(dice, woman=True, garb="tunic", top=dice.choice(TUNICS))
    return dressed(look, bottom=rgb("f6efe4"))


def clerk(dice: Dice, *, woman: bool | None = None) -> Look:
    """Return someone at work in an office, in a shirt."""
    is_woman = dice.chance(0.5) if woman is None else woman
    garb = dice.choice(("shirt", "shirt", "long-shirt"))
    return _person(dice, woman=is_woman, garb=garb, top=dice.choice(SHIRTS))


def citizen(dice: Dice) -> Look:
    is_woman = dice.chance(0.5)
    garb = dice.choice(("tee", "shirt", "long-shirt"))
    return _person(dice, woman=is_woman, garb=garb, top=dice.choice(CASUALS))


def guard(dice: Dice) -> Look:
    look = _person(dice, woman=False, garb="uniform", top=GREEN_UNIFORM)
    return dressed(look, bottom=rgb("4d663e"), accent=rgb("c9a24a"), hat="cap")


def volunteer(dice: Dice) -> Look:
    """Return a young person in the youth union's blue."""
    is_woman = dice.chance(0.5)
    look = _person(dice, woman=is_woman, garb="long-shirt", top=BLUE_UNIFORM)
    return dressed(look, hair=dice.choice(HAIRS))


def worker(dice: Dice) -> Look:
    look = _person(dice, woman=False, garb="vest", top=rgb("54708f"))
    hat = dice.choice(("helmet-yellow", "helmet-white"))
    return dressed(look, accent=rgb("f08a2c"), hat=hat, bottom=rgb("3b4a66"))


def farmer(dice: Dice) -> Look:
    look = citizen(dice)
    hat = "cone" if look.is_woman or dice.chance(0.4) else ""
    return dressed(look, hat=hat)


def nurse(dice: Dice) -> Look:
    look = _person(dice, woman=True, garb="coat", top=WHITE)
    return dressed(look, cut="bun", accent=rgb("5fa8b8"), bottom=rgb("e8eef0"))


def elder(dice: Dice) -> Look:
    look = dressed(citizen(dice), cut="receding", garb="long-shirt")
    return dressed(
        look, hair=dice.choice(GREY_HAIRS), top=dice.choice(rgbs("8a7a68 6f7f8a a58f74"))
    )


def pupil(dice: Dice) -> Look:
    is_woman = dice.chance(0.5)
    look = _person(dice, woman=is_woman, garb="scarf", top=rgb("fdf9f1"))
    return dressed(look, hair=dice.choice(HAIRS), accent=rgb("d0312d"), glasses=False)


def dressed(look: Look, **changes: str | bool | Colour) -> Look:
    """Return the same person with something changed."""
    fields = {name: getattr(look, name) for name in Look.__slots__}
    return Look(**{**fields, **changes})
