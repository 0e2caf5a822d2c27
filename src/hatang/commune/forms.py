"""What people type about themselves and each other."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm, SetPasswordForm
from django.utils.translation import gettext_lazy as _

from hatang.commune.models import Unit
from hatang.commune.roles import Role


class SignInForm(AuthenticationForm):
    """Name of the account and password."""

    error_messages = {
        "invalid_login": _("Tên đăng nhập hoặc mật khẩu không đúng. Chữ hoa, chữ thường là khác nhau."),
        "inactive": _("Tài khoản này đã ngừng hoạt động. Hãy liên hệ người quản trị của xã."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("Tên đăng nhập")
        self.fields["password"].label = _("Mật khẩu")
        self.fields["username"].widget.attrs |= {"autocapitalize": "none", "spellcheck": "false"}


class NewPasswordForm(SetPasswordForm):
    """A new password, twice."""

    error_messages = {"password_mismatch": _("Hai lần nhập mật khẩu không giống nhau.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["new_password1"].label = _("Mật khẩu mới")
        self.fields["new_password1"].help_text = _("Ít nhất 10 ký tự, không phải mật khẩu thông dụng, không giống tên của bạn.")
        self.fields["new_password2"].label = _("Nhập lại mật khẩu mới")
        self.fields["new_password2"].help_text = ""


class MemberForm(forms.Form):
    """A new person of the commune."""

    full_name = forms.CharField(label=_("Họ và tên"), max_length=150)
    username = forms.RegexField(
        r"^[a-z0-9._-]{3,30}$",
        label=_("Tên đăng nhập"),
        help_text=_("3 đến 30 ký tự: chữ thường không dấu, số, dấu chấm, gạch."),
        error_messages={"invalid": _("Chỉ dùng chữ thường không dấu, số, dấu chấm, gạch ngang; từ 3 đến 30 ký tự.")},
    )
    unit: Any = forms.ModelChoiceField(label=_("Đơn vị"), queryset=None)
    role = forms.ChoiceField(label=_("Vai trò"), choices=Role.choices)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units: Any = self.fields["unit"]
        units.queryset = Unit.objects.filter(is_active=True).order_by("name")
