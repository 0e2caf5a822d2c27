"""An official document as it was signed, and the documents it names."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from hatang.core.models import StoredFile
from hatang.core.tenancy import CommuneOwned


class OfficialDocument(CommuneOwned):
    """A document with its whole text as read (NFC); spans everywhere are offsets into `text`."""

    type = models.CharField(max_length=10, blank=True)
    type_name = models.CharField(max_length=60, blank=True)
    number = models.CharField(max_length=20, blank=True)
    symbol = models.CharField(max_length=60, blank=True)
    issuer = models.CharField(max_length=200, blank=True)
    place = models.CharField(max_length=100, blank=True)
    date = models.DateField(null=True, blank=True)
    subject = models.TextField(blank=True)
    signer_name = models.CharField(max_length=100, blank=True)
    signer_title = models.CharField(max_length=150, blank=True)
    signer_capacity = models.CharField(max_length=200, blank=True)
    recipients = models.JSONField(default=list)
    text = models.TextField()
    file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta(CommuneOwned.Meta):
        indexes = [models.Index(fields=["commune", "type", "date"], name="document_by_type")]

    def __str__(self) -> str:
        return self.subject or self.type_name

    @property
    def number_and_symbol(self) -> str:
        """As it stands in the head: "45/KH-UBND"; a blank number stays blank."""
        return f"{self.number or '…'}/{self.symbol}" if self.symbol else self.number


class DocumentReference(CommuneOwned):
    """Another document that one names, and how the two stand to each other."""

    class Relation(models.TextChoices):
        BASED_ON = "based_on", _("căn cứ")
        IMPLEMENTS = "implements", _("thực hiện")
        AMENDS = "amends", _("sửa đổi, bổ sung")
        REPLACES = "replaces", _("thay thế")
        MENTIONS = "mentions", _("viện dẫn")

    class Level(models.IntegerChoices):
        CENTRAL = 1, _("Trung ương")
        PROVINCE = 2, _("Tỉnh")
        COMMUNE = 3, _("Xã")
        UNKNOWN = 9, _("Chưa rõ cấp")

    document = models.ForeignKey(OfficialDocument, on_delete=models.CASCADE, related_name="references")
    relation = models.CharField(max_length=12, choices=Relation.choices)
    level = models.PositiveSmallIntegerField(choices=Level.choices)
    type = models.CharField(max_length=10, blank=True)
    number = models.CharField(max_length=20, blank=True)
    symbol = models.CharField(max_length=60, blank=True)
    date = models.DateField(null=True)
    issuer = models.CharField(max_length=200, blank=True)
    spans = models.JSONField(default=list)

    class Meta(CommuneOwned.Meta):
        indexes = [models.Index(fields=["commune", "document"], name="reference_by_document")]

    @property
    def number_and_symbol(self) -> str:
        """As it is printed: "21-ĐA/TU" for the Party's documents, "1534/QĐ-UBND" for the State's."""
        joint = "-" if "/" in self.symbol else "/"
        return joint.join(part for part in (self.number, self.symbol) if part) or self.type
