"""What the symbols in an official document's number stand for: its kind, and who issued it."""

from __future__ import annotations

from plugins.speech.vietnamese.meanings import read_table

_KINDS = """
BB: Biên bản
BC: Báo cáo
CĐ: Công điện
CT: Chỉ thị
CTr: Chương trình
CTPH: Chương trình phối hợp
CV: Công văn
ĐA: Đề án
GM: Giấy mời
HD: Hướng dẫn
HĐ: Hợp đồng
KH: Kế hoạch
KL: Kết luận
L: Luật
LCT: Lệnh công bố
NĐ: Nghị định
NQ: Nghị quyết
NQLT: Nghị quyết liên tịch
PA: Phương án
PL: Pháp lệnh
QC: Quy chế
QĐ: Quyết định
QyĐ: Quy định
QĐi: Quy định
SL: Sắc lệnh
TB: Thông báo
TC: Thông cáo
TT: Thông tư
TTLT: Thông tư liên tịch
TTr: Tờ trình
VBHN: Văn bản hợp nhất
"""

_ISSUERS = """
BCSĐ: Ban cán sự đảng
BDVTU: Ban Dân vận Tỉnh ủy
BTCTU: Ban Tổ chức Tỉnh ủy
BTGTU: Ban Tuyên giáo Tỉnh ủy
BTCTW: Ban Tổ chức Trung ương
BTGTW: Ban Tuyên giáo Trung ương
BTV: Ban Thường vụ
CP: Chính phủ
CTN: Chủ tịch nước
ĐU: Đảng ủy
HĐND: Hội đồng nhân dân
HU: Huyện ủy
QH: Quốc hội
TA: Tòa án
TTCP: Thanh tra Chính phủ
TTg: Thủ tướng Chính phủ
TU: Tỉnh ủy
TƯ: Trung ương
TW: Trung ương
UBDT: Ủy ban Dân tộc
UBKTTW: Ủy ban Kiểm tra Trung ương
UBKTTU: Ủy ban Kiểm tra Tỉnh ủy
UBND: Ủy ban nhân dân
UBTVQH: Ủy ban Thường vụ Quốc hội
VP: Văn phòng
VPCP: Văn phòng Chính phủ
VPQH: Văn phòng Quốc hội
VPTU: Văn phòng Tỉnh ủy
VPUBND: Văn phòng Ủy ban nhân dân
XDCB: xây dựng cơ bản
"""

# A ministry (B…) and a province's department (S…) share the field's letters.
_FIELDS = """
CT: Công Thương
GDĐT: Giáo dục và Đào tạo
GTVT: Giao thông vận tải
KHCN: Khoa học và Công nghệ
KHĐT: Kế hoạch và Đầu tư
LĐTBXH: Lao động - Thương binh và Xã hội
NNMT: Nông nghiệp và Môi trường
NNPTNT: Nông nghiệp và Phát triển nông thôn
NV: Nội vụ
TC: Tài chính
TNMT: Tài nguyên và Môi trường
TP: Tư pháp
TTTT: Thông tin và Truyền thông
VHTTDL: Văn hóa, Thể thao và Du lịch
XD: Xây dựng
YT: Y tế
"""

KINDS = read_table(_KINDS)
ISSUERS = (
    {
        f"{letter}{field}": f"{office} {name}"
        for letter, office in (("B", "Bộ"), ("S", "Sở"))
        for field, name in read_table(_FIELDS).items()
    }
    | {"BCA": "Bộ Công an", "BNG": "Bộ Ngoại giao", "BQP": "Bộ Quốc phòng"}
    | read_table(_ISSUERS)
)
