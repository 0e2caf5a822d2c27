"""Who does what: from parts about organisation, and from sentences that give somebody a duty."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vanban.plan.clauses import Clause, sentences, split_at
from vanban.plan.model import Assignment, Role
from vanban.plan.parts import Place
from vanban.text.folding import fold

_BODIES = (
    r"phong|cac phong|ban|cac ban|so|cac so|van phong|tram|truong thon|cac truong thon|truong|cac truong|trung tam|uy ban|"
    r"ubnd|hdnd|hoi|cac hoi|doan|cac doan|mat tran|mttq|"
    r"cong an|quan su|ban chi huy|cac thon|thon|cac ban|to|cac to|cac don vi|don vi|cac co quan|co quan|cac nganh|"
    r"cac to chuc|cac chi bo|chi bo|cac chi cuc|chi cuc|kho bac|"
    r"dien luc|cong ty|doanh nghiep|cac doanh nghiep|vien thong|cac dong chi|dong chi|d/c|chu tich|pho chu tich|thu truong|"
    r"bi thu|cong chuc|can bo|cac xa|cac phuong|cac huyen|"
    r"ngan hang|bao|dai|hat kiem lam|nguoi dung dau|toan the|nhan dan|cac ho|ho dan|cong dong|chu dau tu|hop tac xa|bo phan|"
    r"cac bo phan|thanh vien|cac thanh vien|de nghi|bo chi huy|uy vien"
)
ACTOR = re.compile(rf"\s*(?:{_BODIES})(?!\w)")
GIVES = re.compile(r"(?:^|[\s,;])(?:giao|phan cong|de nghi|yeu cau|uy quyen)\s+(?:cho\s+)?(?:dong chi\s+|d/c\s+|ong\s+|ba\s+)?")
DUTY = re.compile(
    r"\s*[,:–-]?\s*(?<!\w)(?:(?:co (?:trach nhiem|nhiem vu))|chiu trach nhiem|chu tri|phoi hop|can cu|tang cuong|to chuc|"
    r"theo doi|tham muu|la co quan|la don vi|la dau moi|lam dau moi|thuc hien|trien khai|"
    r"huong dan|xay dung|chi dao|phu trach|giam sat|kiem tra|tuyen truyen|van dong|bo tri|don doc|tong hop|ra soat|phat huy|"
    r"tren co so|theo chuc nang|quan triet|bao dam|dam bao|can doi|"
    r"cu the hoa|chu dong|tiep tuc|cung voi|lap|de xuat|quan ly|cung cap|ho tro|dinh ky|trinh|tham gia|thuong xuyen|huy dong|"
    r"tiep nhan|day manh|truc tiep|dua|phan cong|tap trung|cap nhat|bao cao|"
    r"gui|thanh lap|uu tien|lam truong|xem xet|thong bao|phan bo|nghiem tuc|giup|tap hop|phan anh|nam|gop|dang|tham dinh|"
    r"thanh tra|ban giao|van hanh|dang tai|thong tin|lam chu|xac dinh|khan truong|day|dong vien|hoan thien)(?!\w)"
)
COOPERATES = re.compile(r"phoi hop (?:chat che |thuong xuyen )?voi (?P<who>[^;.]+?)(?=\s+(?:trong|de|thuc hien|trien khai|"
        r"to chuc|tham muu|theo doi|huong dan|kiem tra|ra soat|xay dung|tuyen truyen|van dong|quan ly|giam sat|tang cuong|"
        r"day manh|don doc|dau tu|lap|bao dam|dam bao|lam|tong hop|cac noi dung|bo tri|cung cap|phat dong|nghiem thu|"
        r"khao sat)\b|[,;]\s+(?:tham muu|to chuc|trien khai|thuc hien|theo doi|don doc|tong hop)|[;.]|$)")  # fmt: skip
_ROLES = (
    (Role.LEADS, re.compile(r"\bchu tri\b|co quan thuong truc|tham muu|\bdau moi\b|\btong hop\b")),
    (Role.DIRECTS, re.compile(r"\bchi dao\b|\bphu trach\b|truong ban chi dao")),
    (Role.SUPERVISES, re.compile(r"^(?:\W*(?:to chuc|tang cuong|thuc hien|co trach nhiem|chu tri|tham gia|phat huy vai tro|"
        r"truc tiep|thuong xuyen)?\s*)?(?:giam sat|kiem tra|thanh tra|phan bien)\b")),
    (Role.COOPERATES, re.compile(r"^\W*(?:co trach nhiem\s+|chu dong\s+|tich cuc\s+)?phoi hop\b")),
)  # fmt: skip
LONGEST_ACTOR = 180


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing an actor is to do, as it stands in a clause."""

    actor: str
    clause: Clause
    text: str


def is_actor(text: str) -> bool:
    """Whether a phrase opens with a body or an office."""
    return bool(ACTOR.match(fold(text)))


def actor_of_heading(heading: str) -> str | None:
    """The unit a part is headed by ("2. Phòng Kinh tế"), None where the heading is none."""
    text = GIVES.sub("", heading, count=1) if GIVES.match(fold(heading)) else heading
    text = re.sub(r"^(?:Đề nghị|Giao|Trách nhiệm (?:của )?|Nhiệm vụ (?:của )?|Đối với )\s*", "", text).strip(" :.")
    return text if is_actor(text) and len(text) <= LONGEST_ACTOR and not DUTY.search(fold(text[8:])) else None


def assignments_in(content: Clause, place: Place, *, organises: bool, head: str | None) -> Iterator[Assignment]:
    """The assignments of one block; `head` is the unit whose part it is."""
    for sentence in sentences(content):
        yield from _of_sentence(sentence, place, organises, head)


def _of_sentence(sentence: Clause, place: Place, organises: bool, head: str | None) -> Iterator[Assignment]:
    given = _given(sentence)
    if given is None and organises:
        given = _stated(sentence, head)
    if given is None:
        return
    for duty in _duties(given):
        yield from _assignments(duty, place)


def _given(sentence: Clause) -> Duty | None:
    """ "Giao A …", "Phân công đồng chí B - Phó Chủ tịch …", "Đề nghị C …"."""
    folded = fold(sentence.text)
    match = GIVES.search(folded)
    if not match or match.start() > 60:
        return None
    rest = sentence.text[match.end() :]
    is_person = "dong chi" in match[0] or "d/c" in match[0]
    if not (is_person or is_actor(rest)):
        return None
    return _split(sentence, match.end())


def _stated(sentence: Clause, head: str | None) -> Duty | None:
    if is_actor(sentence.text) and (duty := _split(sentence, 0)):
        return duty
    return Duty(head, sentence, sentence.text) if head else None


def _split(sentence: Clause, start: int) -> Duty | None:
    """The actor up to the first verb of duty, and the duty from there."""
    rest = sentence.text[start:]
    match = DUTY.search(fold(rest), 3)
    if not match or match.start() > LONGEST_ACTOR:
        return None
    actor = rest[: match.start()].strip(" ,:–-")
    return (
        Duty(re.sub(r"^(?:Đồng chí|đồng chí|đ/c|Đ/c|ông|bà)\s+", "", actor), sentence, rest[match.start() :].strip(" ,:–-"))
        if actor
        else None
    )


def _duties(duty: Duty) -> Iterator[Duty]:
    """The duty, and each later clause set apart by ";" that makes something else of the same actor."""
    first, *later = split_at(Clause(duty.text, (0, len(duty.text))), ";")
    yield Duty(duty.actor, duty.clause, first.text)
    for piece in later:
        if role_of(piece.text) not in {Role.CARRIES_OUT, role_of(first.text)}:
            yield Duty(duty.actor, duty.clause, piece.text)


def _assignments(duty: Duty, place: Place) -> Iterator[Assignment]:
    role = role_of(duty.text)
    yield _assignment(duty.actor, role, duty, place)
    folded = fold(duty.text)
    match = COOPERATES.search(folded)
    if match and role is not Role.COOPERATES:
        who = duty.text[slice(*match.span("who"))].strip(" ,")
        if who and len(who) <= LONGEST_ACTOR and len(who.split()) > 1:
            yield _assignment(who, Role.COOPERATES, duty, place, confidence=0.8)


def role_of(duty: str) -> Role:
    """What a duty makes of its actor."""
    folded = fold(duty)
    return next((role for role, pattern in _ROLES if pattern.search(folded)), Role.CARRIES_OUT)


def _assignment(actor: str, role: Role, duty: Duty, place: Place, confidence: float = 0.9) -> Assignment:
    quote = duty.clause
    return Assignment(place.path, " ".join(actor.split()), role, duty.text.strip(" .;"), quote.text, quote.span, confidence)


def once_per_part(found: Iterator[Assignment]) -> Iterator[Assignment]:
    """Each actor once in each role of a part: the first duty stands, the others are in the part's text."""
    seen: set[tuple[str, str, Role]] = set()
    for assignment in found:
        key = (assignment.path, fold(assignment.actor), assignment.role)
        if key not in seen:
            seen.add(key)
            yield assignment
