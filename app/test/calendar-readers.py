"""What three readers make of a calendar file: prints a line of JSON each. Debian: gir1.2-ical-3.0 python3-gi
python3-vobject python3-icalendar."""
import json
import sys
from datetime import timezone
from zoneinfo import ZoneInfo

path = sys.argv[1]
text = open(path, encoding="utf-8", newline="").read()
home = ZoneInfo("Asia/Ho_Chi_Minh")


def told(reader, **facts):
    print(json.dumps({"reader": reader, **facts}, ensure_ascii=False))


def by_libical():
    import gi

    gi.require_version("ICalGLib", "3.0")
    from gi.repository import ICalGLib as glib

    root = glib.Component.new_from_string(text)
    events, one = [], root.get_first_component(glib.ComponentKind.VEVENT_COMPONENT)
    while one is not None:
        events.append({
            "title": one.get_summary(),
            "place": one.get_location(),
            "starts": one.get_dtstart().as_ical_string(),
        })
        one = root.get_next_component(glib.ComponentKind.VEVENT_COMPONENT)
    todos, one = [], root.get_first_component(glib.ComponentKind.VTODO_COMPONENT)
    while one is not None:
        due = one.get_first_property(glib.PropertyKind.DUE_PROPERTY)
        status = one.get_first_property(glib.PropertyKind.STATUS_PROPERTY)
        todos.append({
            "title": one.get_summary(),
            "due": due.get_value_as_string(),
            "status": status.get_value_as_string(),
        })
        one = root.get_next_component(glib.ComponentKind.VTODO_COMPONENT)
    told(
        "libical",
        todos=todos,
        allowed=bool(glib.restriction_check(root)),
        errors=root.count_errors(),
        events=events,
    )


def by_vobject():
    import vobject

    calendar = vobject.readOne(text)
    events = [{
        "title": one.summary.value,
        "place": one.location.value,
        "starts": one.dtstart.value.astimezone(home).strftime("%Y%m%dT%H%M%S"),
    } for one in calendar.vevent_list]
    todos = [{
        "title": one.summary.value,
        "due": one.due.value.strftime("%Y%m%d"),
        "status": one.status.value,
    } for one in calendar.vtodo_list]
    told("vobject", todos=todos, allowed=bool(calendar.validate(raiseException=True)), errors=0, events=events)


def by_icalendar():
    import icalendar

    calendar = icalendar.Calendar.from_ical(text)
    errors = sum(len(one.errors) for one in calendar.walk())
    events = [{
        "title": str(one["SUMMARY"]),
        "place": str(one["LOCATION"]),
        "starts": one.decoded("DTSTART").astimezone(timezone.utc).astimezone(home).strftime("%Y%m%dT%H%M%S"),
    } for one in calendar.walk("VEVENT")]
    todos = [{
        "title": str(one["SUMMARY"]),
        "due": one.decoded("DUE").strftime("%Y%m%d"),
        "status": str(one["STATUS"]),
    } for one in calendar.walk("VTODO")]
    told("icalendar", todos=todos, allowed=True, errors=errors, events=events)


by_libical()
by_vobject()
by_icalendar()
