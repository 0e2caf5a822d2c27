"""Who does what: from parts about organisation, and from sentences that give somebody a duty."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vanban.plan.clauses import Clause, sentences, split_at
from vanban.plan.model import Assignment, Role
from vanban.plan.parts import Place
from vanban.plan.verbs import leading_verbs
from vanban.text.folding import fold, lower

_BODIES = (
    r"phòng|các phòng|ban|các ban|sở|các sở|văn phòng|trạm|trưởng|trưởng thôn|trường|các trường|trung tâm|ủy ban|thường trực|"
    r"ubnd|hđnd|hội đồng|hội|các hội|đoàn|xã đoàn|mặt trận|mttq|ubmttq|đảng ủy|đảng bộ|tỉnh ủy|thường vụ|bí thư|chánh|hạt|đội|"
    r"công an|quân sự|các thôn|thôn|tổ|các tổ|các đơn vị|đơn vị|các cơ quan|cơ quan|các ngành|bộ|các bộ|cục|quỹ|viện|bệnh viện|"
    r"các tổ chức|các đoàn thể|các chi bộ|chi bộ|chi cục|các chi cục|kho bạc|thanh tra|liên đoàn|đại biểu|các đại biểu|thuế|"
    r"điện lực|công ty|doanh nghiệp|các doanh nghiệp|viễn thông|các đồng chí|đồng chí|đ/c|chủ tịch|phó chủ tịch|thủ trưởng|"
    r"công chức|cán bộ|các xã|các phường|các huyện|giám đốc|phó giám đốc|hiệu trưởng|các địa phương|địa phương|"
    r"ngân hàng|báo(?! cáo)|đài|hộ gia đình|cá nhân|người dân|người đứng đầu|toàn thể|nhân dân|các hộ|hộ dân|cộng đồng|"
    r"chủ đầu tư|các chủ đầu tư|hợp tác xã|bộ phận|"
    r"các bộ phận|thành viên|các thành viên|các ông|các bà|ông|bà|đề nghị|bộ chỉ huy|ủy viên|"
    r"lực lượng|lãnh đạo|nhóm|trụ sở|nhà thầu|nhà trường"
)
ACTOR = re.compile(rf"\s*(?:{_BODIES})(?!\w)")
GIVES = re.compile(r"(?:^|[\s,;])(?:giao|phân công|đề nghị|yêu cầu|ủy quyền)\s+(?:cho\s+)?(?:đồng chí\s+|đ/c\s+|ông\s+|bà\s+)?")
_VERBS_OF_DUTY = (
    r"có (?:trách nhiệm|nhiệm vụ)|chịu trách nhiệm|chủ trì|phối hợp|căn cứ|tăng cường|tổ chức|theo dõi|tham mưu|là cơ quan|"
    r"là đơn vị|là đầu mối|làm đầu mối|là thành viên|là chủ đầu tư|thực hiện|triển khai|hướng dẫn|xây dựng|chỉ đạo|phụ trách|"
    r"giám sát|kiểm tra|tuyên truyền|vận động|bố trí|đôn đốc|tổng hợp|rà soát|phát huy|trên cơ sở|theo chức năng|quán triệt|"
    r"bảo đảm|đảm bảo|cân đối|lãnh đạo|cụ thể hóa|cụ thể hoá|chủ động|tiếp tục|cùng với|lập|đề xuất|quản lý|cung cấp|hỗ trợ|"
    r"định kỳ|(?<!chương )(?<!công )(?<!quy )(?<!lộ )trình|"
    r"tham gia|thường xuyên|huy động|tiếp nhận|đẩy mạnh|trực tiếp|đưa|phân công|tập trung|cập nhật|báo cáo|gửi|"
    r"thành lập|ưu tiên|làm trưởng|xem xét|thông báo|phân bổ|nghiêm túc|giúp|tập hợp|phản ánh|nắm|góp|đăng|thẩm định|thanh tra|"
    r"bàn giao|vận hành|thông tin|làm chủ|xác định|khẩn trương|đẩy|động viên|hoàn thiện|hoàn thành|kịp thời|khảo sát|đánh giá|"
    r"ban hành|phê duyệt|tiến hành|nghiên cứu|đăng ký|mở|lồng ghép|tạo điều kiện|làm|chuẩn bị|phổ biến|công khai|vào cuộc|"
    r"quan tâm|phát động|ra quân|thanh quyết toán"
)
DUTY = re.compile(rf"\s*[,:–-]?\s*(?<!\w)(?P<verb>{_VERBS_OF_DUTY})(?!\w)")
COOPERATES = re.compile(r"phối hợp (?:chặt chẽ |thường xuyên )?(?:với|cùng) (?P<who>[^;.]+?)(?=\s+(?:trong|để|"
    r"thực hiện|triển khai|tổ chức|tham mưu|theo dõi|hướng dẫn|kiểm tra|rà soát|"
    r"xây dựng|tuyên truyền|vận động|quản lý|giám sát|tăng cường|cân đối|"
    r"đẩy mạnh|đôn đốc|đầu tư|lập|bảo đảm|đảm bảo|làm|tổng hợp|các nội dung|bố trí|cung cấp|phát động|nghiệm thu|thẩm định|"
    r"khảo sát|huy động|hỗ trợ|đề xuất|giải quyết|xử lý)(?!\w)|[,;]\s+(?:tham mưu|tổ chức|triển khai|thực hiện|theo dõi|đôn đốc|"
    r"tổng hợp|báo cáo|hướng dẫn|kiểm tra)|[;.]|$)")  # fmt: skip
_NAMED_BY_A_DUTY = re.compile(
    r"(?:\b(?:phòng|ban|sở|ủy ban|trung tâm|chi cục|tổ|bộ|cục|văn phòng|hội|hội đồng|đoàn|bộ phận|đội|công ty|bộ môn|viện)\s+)$"
)
_FIELD_BEFORE = re.compile(r"\w\s+[-–]\s+$")  # "Công chức Địa chính - Xây dựng"
_NOUN_BEFORE = re.compile(r"(?:\bcác|\bnhững|\bmọi)\s+tổ chức$|dự án đầu tư\s+xây dựng$")  # "các tổ chức chính trị - xã hội"
_LISTED_BODIES = re.compile(r"(?:giám đốc |trưởng |thủ trưởng )?các (?:sở|phòng|ban|ngành|hội)(?:, \w+)*:[^.;]*[:,] $")
_BOARD_OF = re.compile(r"\b(?:ban|tổ|ủy ban|hội đồng|đoàn|đội)\s+$")
_BOARDS = {
    "chỉ đạo",
    "quản lý",
    "giám sát",
    "kiểm tra",
    "tổ chức",
    "vận động",
    "xây dựng",
    "thẩm định",
    "hỗ trợ",
    "thanh tra",
    "tuyên truyền",
}
_ROLES = (
    (Role.SUPERVISES, re.compile(r"^(?:\W*(?:tổ chức|tăng cường|thực hiện|có trách nhiệm|chủ trì|tham gia|phát huy vai trò|"
        r"trực tiếp|thường xuyên)?\s*)?(?:giám sát|kiểm tra|thanh tra|phản biện)(?!\w)")),
    (Role.LEADS, re.compile(r"\bchủ trì\b|cơ quan thường trực|tham mưu|\bđầu mối\b|(?<!để )\btổng hợp\b")),
    (Role.DIRECTS, re.compile(r"(?<!ban )\bchỉ đạo\b|\bphụ trách\b|trưởng ban chỉ đạo")),
    (Role.COOPERATES, re.compile(r"^\W*(?:có trách nhiệm\s+|chủ động\s+|tích cực\s+)?phối hợp\b")),
)  # fmt: skip
LONGEST_ACTOR = 180
LONGEST_LIST = 500  # all whom a decision charges, named in one sentence


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing an actor is to do, as it stands in a clause."""

    actor: str
    clause: Clause
    text: str


def plain(text: str) -> str:
    """Small letters with one spelling of "ủy", of the same length."""
    return lower(text).replace("uỷ", "ủy")


def is_actor(text: str) -> bool:
    """Whether a phrase opens with a body or an office."""
    return bool(ACTOR.match(plain(text))) and not leading_verbs(text)


def actor_of_heading(heading: str) -> str | None:
    """The unit a part is headed by ("2. Phòng Kinh tế"), None where the heading is none."""
    given = GIVES.match(plain(heading))
    text = heading[given.end() :] if given else heading
    text = re.sub(r"^(?:Trách nhiệm (?:của )?|Nhiệm vụ (?:của )?|Đối với )\s*", "", text).strip(" :.")
    return text if is_actor(text) and len(text) <= LONGEST_ACTOR and _duty_in(text) is None else None


def assignments_in(content: Clause, place: Place, *, organises: bool, head: str | None) -> Iterator[Assignment]:
    """The assignments of one block; `head` is the unit whose part it is."""
    for sentence in sentences(content):
        for part in _given_apart(sentence):
            yield from _of_sentence(part, place, organises, head)


def _given_apart(sentence: Clause) -> Iterator[Clause]:
    """A sentence cut before each further "; giao …", "; đề nghị …" that gives somebody else a duty."""
    start = 0
    for piece in list(split_at(sentence, ";"))[1:]:
        if GIVES.match(plain(piece.text)):
            at = piece.span[0] - sentence.span[0]
            yield sentence.slice(start, at)
            start = at
    yield sentence.slice(start, len(sentence.text))


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
    match = GIVES.search(plain(sentence.text))
    if not match or match.start() > 60:
        return None
    rest = sentence.text[match.end() :]
    is_person = "đồng chí" in match[0] or "đ/c" in match[0]
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
    match = _duty_in(rest)
    limit = LONGEST_LIST if match and match["verb"] == "chịu trách nhiệm" else LONGEST_ACTOR
    if not match or match.start() > limit:
        return None
    actor = rest[: match.start()].strip(" ,:–-")
    return (
        Duty(re.sub(r"^(?:Đồng chí|đồng chí|đ/c|Đ/c|ông|bà)\s+", "", actor), sentence, rest[match.start() :].strip(" ,:–-"))
        if actor
        else None
    )


def _duty_in(text: str) -> re.Match[str] | None:
    """The first verb of duty that is no part of a body's name ("Sở Xây dựng", "Ban Chỉ đạo", "Ủy ban Kiểm tra")."""
    small = plain(text)
    for match in DUTY.finditer(small, 3):
        before, at = small[: match.start("verb")], match.start("verb")
        is_name = text[at].isupper() and (_NAMED_BY_A_DUTY.search(before) or _LISTED_BODIES.match(before))
        is_board = match["verb"] in _BOARDS and _BOARD_OF.search(before)
        is_field = text[at].isupper() and _FIELD_BEFORE.search(before)
        if not (is_name or is_board or is_field or _NOUN_BEFORE.search(before + match["verb"])):
            return match
    return None


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
    match = COOPERATES.search(plain(duty.text))
    if match and role is not Role.COOPERATES:
        who = duty.text[slice(*match.span("who"))].strip(" ,")
        if who and len(who) <= LONGEST_ACTOR and len(who.split()) > 1:
            yield _assignment(who, Role.COOPERATES, duty, place, confidence=0.8)


def role_of(duty: str) -> Role:
    """What a duty makes of its actor."""
    text = plain(duty)
    return next((role for role, pattern in _ROLES if pattern.search(text)), Role.CARRIES_OUT)


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
