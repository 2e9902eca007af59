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
BĐKH: biến đổi khí hậu
BTV: Ban Thường vụ
BVMT: bảo vệ môi trường
CBCC: cán bộ, công chức
CBCCVC: cán bộ, công chức, viên chức
CCN: cụm công nghiệp
CCCD: căn cước công dân
CCHC: cải cách hành chính
CCVC: công chức, viên chức
CMND: chứng minh nhân dân
CĐS: chuyển đổi số
CNCH: cứu nạn, cứu hộ
CNTT: công nghệ thông tin
CNXH: chủ nghĩa xã hội
COVID: Cô-vít
CSDL: cơ sở dữ liệu
CTCP: công ty cổ phần
DNNN: doanh nghiệp nhà nước
DTTS: dân tộc thiểu số
DVC: dịch vụ công
DVCTT: dịch vụ công trực tuyến
ĐBQH: đại biểu Quốc hội
ĐBSCL: đồng bằng sông Cửu Long
GCN: giấy chứng nhận
GCNQSDĐ: giấy chứng nhận quyền sử dụng đất
GDĐT: giáo dục và đào tạo
GPLX: giấy phép lái xe
GPMB: giải phóng mặt bằng
GTVT: giao thông vận tải
HCM: Hồ Chí Minh
HĐND: Hội đồng nhân dân
HTX: hợp tác xã
KHCN: khoa học và công nghệ
KCN: khu công nghiệp
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
PCCC&CNCH: phòng cháy, chữa cháy và cứu nạn, cứu hộ
PGĐ: phó giám đốc
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

# Before the office of who signs: "KT. CHỦ TỊCH".
_SIGNING = """
KT: ký thay
TL: thừa lệnh
TM: thay mặt
TUQ: thừa ủy quyền
"""


def read_table(table: str) -> dict[str, str]:
    """Return the rows "UBND: Ủy ban nhân dân" of a table."""
    return dict(row.split(": ", 1) for row in table.strip().split("\n"))


TITLES = read_table(_TITLES)
SHORTENED = read_table(_SHORTENED)
SIGNING = read_table(_SIGNING)
COMMON = read_table(_COMMON) | TITLES
