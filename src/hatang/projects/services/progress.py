"""Milestones, reports, pictures and obstacles of works."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any, BinaryIO

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hatang.core import files, pictures
from hatang.core.audit import current_actor, record
from hatang.projects.models import MilestoneRevision, Obstacle, ProgressReport, Project, WorkMilestone, WorkPhoto
from hatang.projects.services.trail import NotAllowed, changes, kept

MILESTONE = ("name", "order", "starts_on", "baseline_on", "planned_on", "actual_on", "percent")
PHOTO = ("when", "taken_at", "longitude", "latitude")
REPORT = ("on", "percent", "quantity", "note", "next_steps", "on_behalf_of")
OBSTACLE = ("cause", "what", "remedy", "owner_id", "due_on", "found_on")


@transaction.atomic
def add_milestone(milestone: WorkMilestone) -> WorkMilestone:
    """Set a date on the way; what is planned starts as the baseline."""
    milestone.planned_on = milestone.planned_on or milestone.baseline_on
    milestone.save()
    record("work.milestone", milestone.project, after=kept(milestone, MILESTONE))
    _follow(milestone.project)
    return milestone


@transaction.atomic
def revise(milestone: WorkMilestone, to: dt.date, *, reason: str, document: str = "") -> WorkMilestone:
    """Move a date; the baseline stays, and so does the reason."""
    if milestone.actual_on:
        raise NotAllowed([_("Mốc này đã hoàn thành, không dời được nữa.")])
    if to == milestone.planned_on:
        raise NotAllowed([_("Ngày mới trùng với ngày đang theo dõi.")])
    actor, before = current_actor(), milestone.planned_on
    MilestoneRevision.objects.create(
        milestone=milestone,
        from_date=before,
        to_date=to,
        reason=reason,
        document=document,
        by_id=actor.user_id,
        by_name=actor.name,
    )
    milestone.planned_on = to
    milestone.save(update_fields=["planned_on"])
    about = {"milestone": milestone.pk, "name": milestone.name}
    record(
        "work.milestone_revise",
        milestone.project,
        before={"planned_on": before},
        after={**about, "planned_on": to},
        reason=reason,
    )
    _follow(milestone.project)
    return milestone


@transaction.atomic
def reach(milestone: WorkMilestone, on: dt.date | None) -> WorkMilestone:
    """Say when a milestone was reached; None takes that back."""
    before, milestone.actual_on = milestone.actual_on, on
    milestone.save(update_fields=["actual_on"])
    about = {"milestone": milestone.pk, "name": milestone.name}
    record("work.milestone_reach", milestone.project, before={"actual_on": before}, after={**about, "actual_on": on})
    _follow(milestone.project)
    return milestone


def _follow(project: Project) -> None:
    """Keep on the work itself which date comes next."""
    waiting = WorkMilestone.objects.filter(project=project, actual_on__isnull=True).order_by("planned_on")
    project.next_due = waiting.values_list("planned_on", flat=True).first()
    project.save(update_fields=["next_due", "changed_at"])


@transaction.atomic
def report(entry: ProgressReport) -> ProgressReport:
    """Keep how far the work is on a day. Another report of the same day replaces the earlier, which stays.

    Built in full moves no track: acceptance, handover, payment and settlement are steps of their own.

    Raises:
        NotAllowed: it goes back behind an earlier report, or replaces one, without a reason.
    """
    project = Project.objects.select_for_update().get(pk=entry.project_id)
    same_day = ProgressReport.objects.filter(project=project, on=entry.on, is_current=True).first()
    latest = _latest(project, before=entry.on)
    if not entry.reason and (same_day or (latest and entry.percent < latest.percent)):
        raise NotAllowed([_why_reason(same_day, latest)])
    if same_day:
        same_day.is_current = False
        same_day.save(update_fields=["is_current"])
        entry.replaces = same_day
    actor = current_actor()
    entry.by_id, entry.by_name = actor.user_id, actor.name
    entry.save()
    record("work.report", project, before={"percent": project.percent}, after=kept(entry, REPORT), reason=entry.reason)
    newest = _latest(project)
    project.percent = newest.percent if newest else Decimal(0)
    project.reported_on = newest.on if newest else None
    project.save(update_fields=["percent", "reported_on", "changed_at"])
    return entry


def _latest(project: Project, *, before: dt.date | None = None) -> ProgressReport | None:
    rows = ProgressReport.objects.filter(project=project, is_current=True)
    if before:
        rows = rows.filter(on__lt=before)
    found: ProgressReport | None = rows.order_by("-on", "-pk").first()
    return found


def _why_reason(same_day: ProgressReport | None, latest: ProgressReport | None) -> str:
    if same_day:
        return _("Ngày này đã có báo cáo. Báo cáo mới sẽ thay báo cáo đó: hãy ghi lý do.")
    return _("Khối lượng thấp hơn lần báo cáo trước (%(percent)s%%). Hãy ghi lý do.") % {
        "percent": latest.percent if latest else 0
    }


@transaction.atomic
def add_photo(project: Project, upload: BinaryIO, name: str, *, on: dt.date | None = None, **about: Any) -> WorkPhoto:
    """Keep a picture of a work; the same picture is kept once. Where and when it was taken is read apart from the file, which
    keeps none of it; a time given by hand goes before the camera's, and `on` stands where neither says.

    Raises:
        RefusedFile: not a picture, too large, or damaged.
    """
    seen = pictures.taken(upload)
    about = {"longitude": seen.longitude, "latitude": seen.latitude, **about}
    day = seen.on or on
    about["taken_at"] = about.get("taken_at") or (noon(day) if day else None)
    stored = files.store_picture(upload, name)
    photo: WorkPhoto
    given = {**about, "added_by_id": current_actor().user_id}
    photo, made = WorkPhoto.objects.get_or_create(project=project, file=stored, defaults=given)
    if made:
        after = {"photo": photo.pk, "file": stored.sha256, **kept(photo, PHOTO)}
        record("work.photo", project, after=after)
    return photo


def noon(day: dt.date) -> dt.datetime:
    """A day without a time of day stands at its noon."""
    return timezone.make_aware(dt.datetime.combine(day, dt.time(12)))


@transaction.atomic
def place_photo(photo: WorkPhoto, position: tuple[float, float] | None) -> WorkPhoto:
    """Say where a picture was taken (longitude, latitude in WGS84); None takes it back."""
    before = kept(photo, PHOTO)
    photo.longitude, photo.latitude = position or (None, None)
    photo.accuracy_m = None
    photo.save(update_fields=["longitude", "latitude", "accuracy_m"])
    old, new = changes(before, kept(photo, PHOTO))
    record("work.photo_place", photo.project, before=old, after={"photo": photo.pk, **new})
    return photo


@transaction.atomic
def remove_photo(photo: WorkPhoto, *, reason: str) -> None:
    """Take a picture off a work; the file itself stays in the store."""
    record("work.photo_remove", photo.project, before={"photo": photo.pk, "file": photo.file.sha256}, reason=reason)
    photo.delete()


@transaction.atomic
def open_obstacle(obstacle: Obstacle) -> Obstacle:
    """Write down what holds a work up."""
    obstacle.by_id = current_actor().user_id
    obstacle.save()
    record("obstacle.open", obstacle.project, after=kept(obstacle, OBSTACLE))
    return obstacle


@transaction.atomic
def remedy(obstacle: Obstacle, *, result: str) -> Obstacle:
    """Say how an obstacle was dealt with; somebody else checks it."""
    _move(obstacle, Obstacle.State.OPEN, Obstacle.State.REMEDIED)
    obstacle.result, obstacle.remedied_by_id = result, current_actor().user_id
    obstacle.save(update_fields=["state", "result", "remedied_by"])
    record("obstacle.remedy", obstacle.project, after={"obstacle": obstacle.pk, "result": result})
    return obstacle


@transaction.atomic
def close_obstacle(obstacle: Obstacle, *, on: dt.date | None = None) -> Obstacle:
    """Agree that an obstacle is gone: never the person who dealt with it."""
    actor = current_actor()
    if actor.user_id is not None and obstacle.remedied_by_id == actor.user_id:
        raise NotAllowed([_("Người xử lý không tự xác nhận. Hãy để người khác kiểm tra.")])
    _move(obstacle, Obstacle.State.REMEDIED, Obstacle.State.CLOSED)
    obstacle.closed_on, obstacle.closed_by_id = on or timezone.localdate(), actor.user_id
    obstacle.save(update_fields=["state", "closed_on", "closed_by"])
    record("obstacle.close", obstacle.project, after={"obstacle": obstacle.pk, "closed_on": obstacle.closed_on})
    return obstacle


@transaction.atomic
def reopen_obstacle(obstacle: Obstacle, *, reason: str) -> Obstacle:
    """Send an obstacle back to those who have to deal with it, with a comment."""
    before = obstacle.state
    if before == Obstacle.State.OPEN:
        raise NotAllowed([_("Vướng mắc này đang mở.")])
    obstacle.state, obstacle.closed_on = Obstacle.State.OPEN, None
    obstacle.save(update_fields=["state", "closed_on"])
    record("obstacle.reopen", obstacle.project, before={"state": before}, after={"obstacle": obstacle.pk}, reason=reason)
    return obstacle


def _move(obstacle: Obstacle, wanted: str, to: str) -> None:
    if obstacle.state != wanted:
        raise NotAllowed([_("Vướng mắc này vừa được người khác chuyển trạng thái. Hãy tải lại trang.")])
    obstacle.state = Obstacle.State(to)
