"""An officer's way through the product in a real browser on the real server: import, review, confirm, dashboard."""

from __future__ import annotations

import pytest

from hatang.tests.factories import PLAN
from hatang.tests.server import running

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
WIDTHS = {"phone": 360, "desktop": 1440}
NEW_PASSWORD = "con-suoi-trong-2026"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip
CALM = {"reduced_motion": "reduce"}  # as some people ask: nothing glides away from under a click, however slow the machine


@pytest.fixture(scope="module")
def product(tmp_path_factory):
    with running(tmp_path_factory.mktemp("product")) as found:
        yield found


@pytest.fixture(scope="module")
def chromium():
    import shutil

    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def second_version(tmp_path_factory):
    text = PLAN.read_text(encoding="utf-8")
    assert "đạt 70% trở lên" in text
    path = tmp_path_factory.mktemp("plans") / "ke-hoach-ban-2.txt"
    path.write_text(text.replace("đạt 70% trở lên", "đạt 75% trở lên"), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def state(product):
    """The password of each account as it stands: the one-time one until its first use."""
    return dict(product.passwords)


def sign_in(page, username, state):
    page.goto("/dang-nhap/")
    page.get_by_label("Tên đăng nhập").fill(username)
    page.get_by_label("Mật khẩu").fill(state[username])
    page.get_by_role("main").get_by_role("button", name="Đăng nhập").click()
    if "/mat-khau/" in page.url:
        page.get_by_label("Mật khẩu mới", exact=True).fill(NEW_PASSWORD)
        page.get_by_label("Nhập lại mật khẩu mới").fill(NEW_PASSWORD)
        page.get_by_role("button", name="Lưu mật khẩu mới").click()
        state[username] = NEW_PASSWORD


@pytest.fixture
def visit(product, chromium, state):
    """A signed-in page; the first visit meets the one-time password."""
    contexts = []

    def opened(width, dark=False):
        scheme = "dark" if dark else "light"
        context = chromium.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, base_url=product.address, **CALM
        )
        contexts.append(context)
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        sign_in(page, "dieuphoi", state)
        page.wait_for_url("**/")
        return page

    yield opened
    for context in contexts:
        context.close()


def assert_accessible(page, where):
    from axe_playwright_python.sync_playwright import Axe

    result = Axe().run(page)
    assert result.violations_count == 0, f"{where}: {result.generate_report()}"
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"], f"{where} scrolls sideways"
    assert page.complaints == [], f"{where}: {page.complaints}"


@pytest.mark.parametrize("name", WIDTHS)
def test_import_review_confirm_dashboard(visit, second_version, name):
    page = visit(WIDTHS[name])
    assert_accessible(page, "dashboard")
    page.goto("/ke-hoach/")
    page.get_by_role("link", name="Tải kế hoạch lên").click()
    assert_accessible(page, "upload")
    page.get_by_label("Tệp kế hoạch đã ký").set_input_files(second_version)
    page.get_by_role("button", name="Tải lên và đọc").click()
    page.wait_for_url("**/kiem-tra/", timeout=30_000)
    assert_accessible(page, "review")

    items = page.locator("[data-item]")
    assert items.count() > 40
    for key in ("j", "a", "j"):  # faster than the server answers: the keyboard stays where the person is
        page.keyboard.press(key)
    page.locator('article[data-state="accepted"]').wait_for()
    page.wait_for_timeout(300)
    assert page.locator(".item.now").get_attribute("data-item") == items.nth(1).get_attribute("data-item")
    page.keyboard.press("e")
    value = page.get_by_label("Giá trị", exact=True)
    value.wait_for()
    page.wait_for_function("document.activeElement.closest('form.item__form') !== null")
    assert_accessible(page, "review with a form")
    value.fill("tám mươi")
    page.get_by_role("button", name="Lưu mục").click()
    page.get_by_role("alert").wait_for()
    assert value.input_value() == "tám mươi"
    value.fill("82,5" if name == "phone" else "83,5")
    page.get_by_role("button", name="Lưu mục").click()
    page.locator('article[data-state="edited"]').wait_for()
    last = items.last
    last.get_by_role("button", name="Bỏ").click()
    page.locator('article[data-state="dropped"]').wait_for()
    if name == "phone":
        page.get_by_role("tab", name="Văn bản gốc").click()
        assert_accessible(page, "the source as a tab")
        page.locator("mark a").first.click()
        assert page.get_by_role("tab", name="Các mục đã đọc").get_attribute("aria-selected") == "true"

    page.get_by_role("link", name="Đến bước xác nhận").click()
    assert_accessible(page, "confirm")
    page.get_by_role("button", name="Xác nhận, đưa vào theo dõi").click()
    page.wait_for_url("**/ke-hoach/*/")
    assert_accessible(page, "plan")
    page.get_by_role("link", name="Hạ Tầng Xã").click()
    page.get_by_text("từ 82,5% trở lên" if name == "phone" else "từ 83,5% trở lên").wait_for()
    assert_accessible(page, "dashboard after")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
@pytest.mark.parametrize("address", ["/", "/ke-hoach/1/", "/giao-dien/", "/nhat-ky/", "/ke-hoach/", "/mat-khau/"])
def test_pages_are_accessible_in_both_themes(visit, address, width, dark):
    page = visit(width, dark)
    page.goto(address)
    assert_accessible(page, address)


@pytest.mark.parametrize("name", WIDTHS)
def test_the_forms_of_review_without_script_are_accessible(visit, second_version, name):
    page = visit(WIDTHS[name])
    page.goto("/ke-hoach/tai-len/")
    page.get_by_label("Tệp kế hoạch đã ký").set_input_files(second_version)
    page.get_by_role("button", name="Tải lên và đọc").click()
    page.wait_for_url("**/kiem-tra/", timeout=30_000)
    start = page.url.split("kiem-tra")[0]
    edit = page.locator('[data-key="e"]').first.get_attribute("href")
    for address in (edit, f"{start}phan-dau/", f"{start}them/task/", f"{start}them/target/"):
        page.goto(address)
        assert_accessible(page, address)
    page.goto(start)
    page.get_by_role("button", name="Bỏ bản nhập này").click()
    page.get_by_text("Đã bỏ bản nhập").wait_for()


@pytest.mark.parametrize("name", WIDTHS)
def test_an_administrator_makes_an_account(product, chromium, state, name):
    page = chromium.new_page(viewport={"width": WIDTHS[name], "height": 800}, base_url=product.address)
    page.complaints = []
    sign_in(page, "quantri", state)
    page.wait_for_url("**/tai-khoan/")
    assert_accessible(page, "accounts")
    page.get_by_label("Họ và tên").fill("Người Mẫu")
    page.get_by_label("Tên đăng nhập").fill(f"nguoi.mau.{name}")
    page.get_by_label("Đơn vị").select_option(label="Phòng Kinh tế")
    page.get_by_role("button", name="Tạo tài khoản").click()
    page.get_by_text("Mật khẩu chỉ hiện một lần").wait_for()
    assert_accessible(page, "the password once")
    page.close()


@pytest.mark.parametrize("address", ["/", "/dang-nhap/", "/khong-co/"])
@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_what_strangers_see_is_accessible_too(product, chromium, width, address):
    page = chromium.new_page(viewport={"width": width, "height": 800}, base_url=product.address)
    page.complaints = []
    page.goto(address)
    assert_accessible(page, address)
    page.close()


def test_the_way_works_without_script(product, chromium, visit, second_version):
    visit(360)
    context = chromium.new_context(java_script_enabled=False, base_url=product.address, viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto("/dang-nhap/")
    page.get_by_label("Tên đăng nhập").fill("dieuphoi")
    page.get_by_label("Mật khẩu").fill(NEW_PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Đăng nhập").click()
    page.goto("/ke-hoach/tai-len/")
    page.get_by_label("Tệp kế hoạch đã ký").set_input_files(second_version)
    page.get_by_role("button", name="Tải lên và đọc").click()
    for _ in range(30):
        if "kiem-tra" in page.url:
            break
        page.wait_for_timeout(500)
        page.reload()
    page.locator("[data-item]").first.get_by_role("button", name="Đúng").click()
    assert page.locator('article[data-state="accepted"]').count() == 1
    page.get_by_role("link", name="Đến bước xác nhận").click()
    page.get_by_role("button", name="Xác nhận, đưa vào theo dõi").click()
    assert page.get_by_text("Đã xác nhận").count()


def test_the_first_start_says_where_and_who(product):
    assert product.address in product.said
    assert {"dieuphoi", "quantri", "chutich", "phochutich", "truongthon1", "giamsat"} <= set(product.passwords)
    assert all(password in product.said for password in product.passwords.values())
