"""What abbreviations of Vietnamese offices stand for, where the site's own glossary is silent."""

from __future__ import annotations

_COMMON = """
ANQP: an ninh quốc phòng
ANTT: an ninh trật tự
ASEAN: A-xê-an
ATGT: an toàn giao thông
ATTP: an toàn thực phẩm
BCH: Ban Chấp hành
BCĐ: Ban Chỉ đạo
BHTN: bảo hiểm thất nghiệp
BHXH: bảo hiểm xã hội
BHYT: bảo hiểm y tế
BTV: Ban Thường vụ
CBCCVC: cán bộ, công chức, viên chức
CCCD: căn cước công dân
CCHC: cải cách hành chính
CCVC: công chức, viên chức
CMND: chứng minh nhân dân
CNTT: công nghệ thông tin
CNXH: chủ nghĩa xã hội
COVID: Cô-vít
CTCP: công ty cổ phần
DNNN: doanh nghiệp nhà nước
DTTS: dân tộc thiểu số
DVC: dịch vụ công
DVCTT: dịch vụ công trực tuyến
ĐBQH: đại biểu Quốc hội
ĐBSCL: đồng bằng sông Cửu Long
GCN: giấy chứng nhận
GDĐT: giáo dục và đào tạo
GPLX: giấy phép lái xe
GPMB: giải phóng mặt bằng
GTVT: giao thông vận tải
HCM: Hồ Chí Minh
HĐND: Hội đồng nhân dân
HTX: hợp tác xã
KHCN: khoa học và công nghệ
KT-XH: kinh tế - xã hội
KTXH: kinh tế - xã hội
LĐTBXH: lao động, thương binh và xã hội
LLVT: lực lượng vũ trang
MTTQ: Mặt trận Tổ quốc
MTV: một thành viên
NATO: Na-tô
NLĐ: người lao động
NN&PTNT: nông nghiệp và phát triển nông thôn
NNPTNT: nông nghiệp và phát triển nông thôn
NTM: nông thôn mới
NSNN: ngân sách nhà nước
OCOP: Ô-cốp
PCCC: phòng cháy, chữa cháy
PCTN: phòng, chống tham nhũng
PCTT: phòng, chống thiên tai
PTTH: phát thanh và truyền hình
QP-AN: quốc phòng - an ninh
QPAN: quốc phòng - an ninh
QPPL: quy phạm pháp luật
QSDĐ: quyền sử dụng đất
SĐT: số điện thoại
SXKD: sản xuất, kinh doanh
STT: số thứ tự
TDTT: thể dục thể thao
THCS: trung học cơ sở
THPT: trung học phổ thông
TKCN: tìm kiếm cứu nạn
TNHH: trách nhiệm hữu hạn
TPHCM: Thành phố Hồ Chí Minh
TTATGT: trật tự an toàn giao thông
TTATXH: trật tự an toàn xã hội
TTHC: thủ tục hành chính
TTTT: thông tin và truyền thông
TTg: Thủ tướng Chính phủ
TW: Trung ương
UBKT: Ủy ban Kiểm tra
UBMTTQ: Ủy ban Mặt trận Tổ quốc
UBND: Ủy ban nhân dân
UNESCO: U-nét-xcô
UNICEF: U-ni-xép
VBQPPL: văn bản quy phạm pháp luật
VSATTP: vệ sinh an toàn thực phẩm
VHTTDL: văn hóa, thể thao và du lịch
EUR: ơ-rô
USD: đô la Mỹ
VND: đồng
VNĐ: đồng
"""

# Those that a full stop may follow: it goes with them. Within a document's number others apply.
_TITLES = """
BS: bác sĩ
Đ/c: đồng chí
đ/c: đồng chí
GS: giáo sư
KS: kỹ sư
KTS: kiến trúc sư
NGND: nhà giáo nhân dân
NGƯT: nhà giáo ưu tú
NSND: nghệ sĩ nhân dân
NSƯT: nghệ sĩ ưu tú
PGS: phó giáo sư
Th.S: thạc sĩ
ThS: thạc sĩ
Tp: thành phố
TP: thành phố
TS: tiến sĩ
TSKH: tiến sĩ khoa học
TX: thị xã
Tx: thị xã
"""

# Before a full stop only: without one they are spelled, or are words.
_SHORTENED = """
DS: dược sĩ
Ng: Nguyễn
Tr: trang
TT: thị trấn
No: số
Mr: ông
Mrs: bà
Ms: bà
Dr: tiến sĩ
Prof: giáo sư
"""

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
UBKTTU: Ủy ban Kiểm tra Tỉnh ủy
UBND: Ủy ban nhân dân
UBTVQH: Ủy ban Thường vụ Quốc hội
VP: Văn phòng
VPCP: Văn phòng Chính phủ
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


def _read(table: str) -> dict[str, str]:
    return dict(row.split(": ", 1) for row in table.strip().split("\n"))


TITLES = _read(_TITLES)
SHORTENED = _read(_SHORTENED)
KINDS = _read(_KINDS)
COMMON = _read(_COMMON) | TITLES
ISSUERS = (
    {
        f"{letter}{field}": f"{office} {name}"
        for letter, office in (("B", "Bộ"), ("S", "Sở"))
        for field, name in _read(_FIELDS).items()
    }
    | {"BCA": "Bộ Công an", "BNG": "Bộ Ngoại giao", "BQP": "Bộ Quốc phòng"}
    | _read(_ISSUERS)
)
