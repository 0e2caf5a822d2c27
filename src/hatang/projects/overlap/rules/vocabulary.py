"""How names of works are written: abbreviations, things that are built, and words that tell nothing apart. All without marks."""

from __future__ import annotations

ABBREVIATIONS = {
    "btxm": "be tong xi mang",
    "cnsh": "cap nuoc sinh hoat",
    "csht": "co so ha tang",
    "csvc": "co so vat chat",
    "ct": "cong trinh",
    "ctmtqg": "chuong trinh muc tieu quoc gia",
    "dtxd": "dau tu xay dung",
    "gd": "giai doan",
    "gt": "giao thong",
    "gtnt": "giao thong nong thon",
    "mn": "mam non",
    "nc": "nang cap",
    "nsh": "nuoc sinh hoat",
    "ntm": "nong thon moi",
    "nvh": "nha van hoa",
    "nhvh": "nha van hoa",
    "ptdtbt": "pho thong dan toc ban tru",
    "sc": "sua chua",
    "sh": "sinh hoat",
    "tba": "tram bien ap",
    "th": "tieu hoc",
    "thcs": "trung hoc co so",
    "tt": "trung tam",
    "tyt": "tram y te",
    "vsmt": "ve sinh moi truong",
    "xd": "xay dung",
}
NUMBERED = {"dt": "tinh lo", "tl": "tinh lo", "ql": "quoc lo", "dh": "huyen lo"}  # only before a number: ĐT.254, QL3
ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5"}

# What is built, by its names; the longest name counts. A school of no kind goes with every kind of school.
THINGS: dict[str, tuple[str, ...]] = {
    "road": ("duong", "giao thong", "tuyen duong", "mat duong", "duong giao thong", "duong bo"),
    "bridge": ("cau", "cau dan sinh", "cau treo", "cau ban"),
    "ford": ("ngam tran", "ngam", "tran"),
    "canal": ("kenh", "muong", "kenh muong", "kenh dan", "muong dan nuoc", "kenh thuy loi"),
    "dam": ("dap", "dap dang", "ho chua", "ho chua nuoc", "phai dap"),
    "drain": ("ranh thoat nuoc", "cong ranh", "cong ranh thoat nuoc", "cong thoat nuoc", "he thong thoat nuoc", "ranh"),
    "water": (
        "nuoc", "cap nuoc", "nuoc sinh hoat", "cap nuoc sinh hoat", "nuoc sach", "be nuoc", "duong ong nuoc sinh hoat",
        "duong ong nuoc", "duong ong", "gieng khoan", "be chua nuoc",
    ),
    "lighting": ("chieu sang", "dien chieu sang", "den duong", "den chieu sang", "chieu sang cong cong"),
    "power": ("dien", "tram bien ap", "duong day", "duong dien", "luoi dien", "dien luoi", "tram bien ap va duong day"),
    "school": ("truong", "truong hoc", "diem truong", "lop hoc"),
    "preschool": ("mam non", "truong mam non", "mau giao", "lop hoc mam non", "diem truong mam non", "lop mam non"),
    "primary": ("tieu hoc", "truong tieu hoc", "diem truong tieu hoc"),
    "secondary": ("trung hoc co so", "truong trung hoc co so"),
    "primary_secondary": ("tieu hoc va trung hoc co so", "truong tieu hoc va trung hoc co so", "tieu hoc trung hoc co so"),
    "health": ("tram y te", "phong kham"),
    "hall": ("nha van hoa", "nha hop", "nha sinh hoat cong dong", "nha cong dong", "hoi truong", "nha hop thon"),
    "sport": ("the thao", "san the thao", "khu the thao", "san bong", "san van dong", "san choi"),
    "market": ("cho", "cho trung tam"),
    "broadcast": (
        "loa", "cum loa", "truyen thanh", "cum loa truyen thanh", "cum truyen thanh", "loa truyen thanh", "dai truyen thanh",
    ),
    "coverage": (
        "phu song", "phu song di dong", "phu song dien thoai", "tram phat song", "tram phat song di dong", "tram bts",
        "song di dong", "song dien thoai",
    ),
    "waste": (
        "tap ket rac", "tap ket rac thai", "bai rac", "diem tap ket rac", "bai tap ket rac", "bai tap ket rac thai",
        "thu gom rac",
    ),
    "incinerator": ("lo dot rac", "lo dot rac thai", "lo dot rac thai sinh hoat"),
    "equipment": ("thiet bi", "trang thiet bi", "mua sam trang thiet bi", "mua sam", "thiet bi day hoc", "thiet bi y te"),
}  # fmt: skip
# Parts of a place: a kitchen and a fence of one school are two works.
PARTS: dict[str, tuple[str, ...]] = {
    "kitchen": ("nha bep", "bep an", "nha an"),
    "toilet": ("nha ve sinh", "cong trinh ve sinh"),
    "classroom": ("phong hoc", "lop"),
    "fence": ("tuong rao", "hang rao", "cong tuong rao"),
    "ground": ("san nen", "san truong", "san be tong"),
    "office": ("nha hieu bo", "nha lam viec"),
    "lodging": ("nha ban tru", "phong o ban tru", "nha cong vu"),
    "embankment": ("ke", "ke chong sat lo", "tuong chan"),
}
KINSHIP = {frozenset({"school", kind}) for kind in ("preschool", "primary", "secondary", "primary_secondary")}
# Classes of roads and canals: an alley is not the axis road of the same village.
CLASSES: dict[str, tuple[str, ...]] = {
    "axis": ("truc thon", "truc ban", "truc"),
    "commune": ("truc xa",),
    "alley": ("ngo xom", "ngo"),
    "field": ("noi dong",),
    "main": ("chinh",),
    "branch": ("nhanh",),
}
CLASSED = {"road", "canal"}
UNCLASSED = {"canal": {"field"}}  # every canal of a commune lies in its fields

# Words that stand in every second name.
_EMPTY = """
    sua | lam | khac phuc | gia co | tu bo |
    dau tu | xay dung | xay moi | xay | lam moi | moi | nang cap | cai tao | sua chua | tu sua | duy tu | bao duong |
    mo rong | mo moi | kien co hoa | kien co | cung hoa | be tong hoa | be tong | be tong xi mang | xi mang | nhua hoa |
    rai nhua | nhua | lap dat | lap | thay | thay the | bo sung | hoan thien | cong trinh | du an | hang muc | goi thau |
    tieu du an | he thong | tuyen | doan | khu | nhom ho | phia | nha ong | nha ba | ho | cum | diem | lien thon |
    lien xa | noi thon | noi xa | nong thon | nong thon moi | tap trung | dan sinh | thong minh | di dong | dien thoai |
    4 g | 3 g | 5 g | de nghi | chong tham | sua mai | canh dong | noi dong | dau nguon | thuy loi | san xuat | lam nghiep |
    sinh hoat | rac thai | rac | pho thong dan toc ban tru | ranh gioi | suoi | qua | tu | den | di | vao | len | ra |
    toi | doc | va | cua | tai | o | thuoc | cho | gom | trong | theo | ke hoach | nam | dai | rong | trung tam | so |
    chuong trinh | muc tieu quoc gia | co so ha tang | co so vat chat | ve sinh moi truong | cong cong | bo | chieu dai |
    vi tri | day hoc | y te | mat | nen
"""
EMPTY = {phrase.strip() for phrase in _EMPTY.split("|")}
HAMLETS = {"thon", "ban", "xom", "to", "khom", "buon", "lang"}
COMMUNES = {"xa", "phuong", "huyen", "tinh"}
LABELS = ("giai doan", "doan", "nhanh", "tuyen nhanh", "dot")
