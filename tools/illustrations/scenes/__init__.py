"""All scenes by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.illustrations.scenes import (
    agreement,
    award,
    clinic,
    counter,
    documents,
    flood,
    hall,
    kiosk,
    library,
    market,
    meeting,
    office,
    phone,
    planting,
    podium,
    reception,
    river,
    roadworks,
    school,
    solar,
    sports,
    square,
    street,
    terraces,
    training,
    video,
    village,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from tools.illustrations.canvas import Canvas
    from tools.illustrations.order import Order

SCENES: dict[str, Callable[[Canvas, Order], None]] = {
    "conference-hall": hall.paint_conference_hall,
    "podium": podium.paint_podium,
    "award": award.paint_award,
    "handshake": agreement.paint_handshake,
    "meeting-table": meeting.paint_meeting_table,
    "video-conference": video.paint_video_conference,
    "one-stop-counter": counter.paint_one_stop_counter,
    "kiosk": kiosk.paint_kiosk,
    "reception": reception.paint_reception,
    "signing": agreement.paint_signing,
    "office-building": office.paint_office_building,
    "town-street": street.paint_town_street,
    "river-bridge": river.paint_river_bridge,
    "terraced-fields": terraces.paint_terraced_fields,
    "village": village.paint_village,
    "school": school.paint_school,
    "tree-planting": planting.paint_tree_planting,
    "flood-road": flood.paint_flood_road,
    "road-works": roadworks.paint_road_works,
    "market": market.paint_market,
    "clinic": clinic.paint_clinic,
    "computer-room": training.paint_computer_room,
    "documents": documents.paint_documents,
    "phone-app": phone.paint_phone_app,
    "flag-square": square.paint_flag_square,
    "solar-hill": solar.paint_solar_hill,
    "library": library.paint_library,
    "sports-day": sports.paint_sports_day,
}
