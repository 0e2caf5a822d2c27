"""The ten sectors are the same in the library and in the product."""

from hatang.core.sectors import Sector
from vanban.plan.model import Sector as Read


def test_same_codes_in_the_same_order():
    assert Sector.values == [sector.value for sector in Read]
