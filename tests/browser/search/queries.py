"""Queries over the sample site, with the beginning of the title that must come first."""

from __future__ import annotations

CONFERENCE = "Hội nghị tổng kết công tác văn phòng"
RULES = "Lấy ý kiến dự thảo Quy chế tiếp nhận, xử lý"
FEES = "Mời góp ý dự thảo Nghị quyết miễn lệ phí"
CONCLUSION = "Kết luận phiên họp thường kỳ tháng 11"
INDEX = "Công bố chỉ số cải cách hành chính"
COOPERATION = "Vĩnh Sơn và vùng Bourgogne hợp tác"

FIRST_RESULTS = {
    # With marks and without, quoted and not.
    "hội nghị": CONFERENCE,
    "hoi nghi": CONFERENCE,
    "HỘI NGHỊ": CONFERENCE,
    '"hội nghị"': CONFERENCE,
    "“hội nghị”": CONFERENCE,
    "đồng chí": CONFERENCE,
    "dong chi": CONFERENCE,
    '"đồng chí"': CONFERENCE,
    '"dong chi"': CONFERENCE,
    "điện mặt trời": "Lãnh đạo tỉnh kiểm tra tiến độ dự án điện mặt trời",
    "dien mat troi": "Lãnh đạo tỉnh kiểm tra tiến độ dự án điện mặt trời",
    # Numbers and dates in any form, numbers of documents.
    "15.518": CONFERENCE,
    "15518": CONFERENCE,
    "1.376 quyết định": CONFERENCE,
    "27/DT-UBND": RULES,
    "27/dt-ubnd": RULES,
    "27,76 %": CONFERENCE,
    # The phrase in a title before the phrase elsewhere, and before its words apart.
    "nghỉ tết": "Lịch nghỉ Tết Nguyên đán Bính Ngọ",
    "tết trồng cây": "Phát động Tết trồng cây",
    "tet trong cay": "Phát động Tết trồng cây",
    "mưa lớn": "Chủ tịch UBND tỉnh yêu cầu chủ động ứng phó mưa lớn",
    "cầu Bến Trúc": "Khánh thành cầu Bến Trúc",
    "đặt tên đường": "Lấy ý kiến đặt tên 14 tuyến đường",
    "miễn lệ phí": FEES,
    '"miễn lệ phí"': FEES,
    "lịch tiếp công dân": "Lịch tiếp công dân tháng 12/2026",
    "tiep cong dan thang 12": "Lịch tiếp công dân tháng 12/2026",
    "một cửa lưu động": "Một cửa lưu động lên vùng cao",
    "số hóa hồ sơ": "Số hóa 3,2 triệu trang hồ sơ lưu trữ",
    "khai giảng": "Rộn ràng khai giảng năm học",
    "hội thao": "Sôi nổi Hội thao cán bộ",
    "kết luận phiên họp": CONCLUSION,
    "chuyển đổi số": "Chùm ảnh: Ngày hội Chuyển đổi số",
    "ngay hoi chuyen doi so": "Chùm ảnh: Ngày hội Chuyển đổi số",
    "kỷ cương hành chính": "Chỉ thị về tăng cường kỷ luật, kỷ cương hành chính",
    "ky cuong hanh chinh": "Chỉ thị về tăng cường kỷ luật, kỷ cương hành chính",
    "giải ngân đầu tư công": "Tăng tốc giải ngân vốn đầu tư công",
    "sổ tay dịch vụ công": "Sổ tay dịch vụ công trực tuyến",
    "tạm ngừng dịch vụ công": "Thông báo khẩn: tạm ngừng Cổng dịch vụ công",
    "chỉ số cải cách hành chính": INDEX,
    "thi đua yêu nước": "Tổng kết phong trào thi đua yêu nước",
    "phong trao thi dua": "Tổng kết phong trào thi đua yêu nước",
    "hợp tác": COOPERATION,
    "đường ven sông": "Tiếp thu, giải trình ý kiến góp ý về phương án mở rộng đường ven sông",
    "chính quyền hai cấp": "Bảo đảm thông suốt khi vận hành chính quyền địa phương hai cấp",
    # Static pages.
    "liên hệ": "Liên hệ",
    "lien he": "Liên hệ",
    "giới thiệu": "Giới thiệu",
    "trợ giúp": "Trợ giúp",
    "tuyên bố trợ năng": "Tuyên bố trợ năng",
    # Captions, attachments' titles, the text of attached PDFs.
    "hội trường tầng 2": CONFERENCE,
    "trao Bằng khen": CONFERENCE,
    "tờ trình": RULES,
    "thống kê phản ánh": RULES,
    "bảng điểm": INDEX,
    "đánh giá tác động": FEES,
    "thuyết minh phương án": "Lấy ý kiến Nhân dân về phương án mở rộng đường ven sông",
    "dự thảo quyết định": RULES,
    # Names.
    "Hoàng Đình Lâm": "Chủ tịch UBND tỉnh yêu cầu chủ động ứng phó mưa lớn",
    "hoang dinh lam": "Chủ tịch UBND tỉnh yêu cầu chủ động ứng phó mưa lớn",
    "Bourgogne": COOPERATION,
    "Covid": "",
}

SAME_RESULTS = [
    ("hội nghị", "hoi nghi"),
    ("đồng chí", "dong chi"),
    ('"đồng chí"', '"dong chi"'),
    ("Lạng Sơn", "Lang Son"),
    ("Đắk Lắk", "dak lak"),
    ('"quyết liệt hành động"', '"quyet liet hanh dong"'),
    ("15.518", "15518"),
    ("Covid-19", "covid 19"),
    ("1002/QĐ-UBND", "1002/QD-UBND"),
    ("20/01/2021", "20-01-2021"),
    ("đường biên giới", "DUONG BIEN GIOI"),
]
"""Pairs that must find the same documents of the generated archive, and some."""
