"""Prose of a provincial office, made up by rules: the same for the same dice, free of mistakes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

UNITS = (
    "Sở Nông nghiệp và Môi trường",
    "Sở Xây dựng",
    "Sở Giáo dục và Đào tạo",
    "Sở Y tế",
    "Sở Nội vụ",
    "Sở Tài chính",
    "Sở Công Thương",
    "Sở Khoa học và Công nghệ",
    "Sở Văn hóa, Thể thao và Du lịch",
    "Thanh tra tỉnh",
    "Công an tỉnh",
    "Trung tâm Phục vụ hành chính công",
)
PLACES = (
    "xã Bản Mây",
    "xã Nà Lừa",
    "xã Tân Lập",
    "xã Hòa Bình",
    "xã Khe Vàng",
    "xã Đồng Tiến",
    "xã Suối Trai",
    "xã Thượng Sơn",
    "phường Vĩnh Sơn",
    "phường Bến Trúc",
    "phường Đông Kinh",
    "phường Chi Lăng",
)
MATTERS = (
    "giải ngân vốn đầu tư công",
    "phòng, chống thiên tai",
    "cải cách thủ tục hành chính",
    "chuyển đổi số trong cơ quan nhà nước",
    "tiếp công dân và giải quyết đơn thư",
    "giải phóng mặt bằng tuyến đường ven sông",
    "bảo vệ và phát triển rừng",
    "chăm sóc sức khỏe người cao tuổi",
    "hỗ trợ hộ nghèo sửa chữa nhà ở",
    "quản lý đất đai và trật tự xây dựng",
    "phát triển du lịch cộng đồng",
    "an toàn giao thông và trật tự đô thị",
    "tiêm phòng cho đàn gia súc",
    "dạy và học ngoại ngữ trong trường phổ thông",
    "thu gom và xử lý rác thải sinh hoạt",
    "kết nối cung cầu lao động",
)
ACTIONS = (
    "rà soát lại toàn bộ hồ sơ",
    "lập danh sách từng hộ dân",
    "cử cán bộ xuống tận thôn, bản",
    "công khai kết quả tại trụ sở",
    "báo cáo tiến độ vào thứ Sáu hằng tuần",
    "bố trí đủ kinh phí và nhân lực",
    "phân công rõ người, rõ việc, rõ thời hạn",
    "đối thoại trực tiếp với người dân",
    "kiểm tra đột xuất các điểm còn chậm",
    "hướng dẫn người dân nộp hồ sơ trực tuyến",
    "sửa chữa ngay những hư hỏng nhỏ",
    "thông báo trên loa truyền thanh của thôn",
)
_PEOPLE = (
    "Chủ tịch UBND tỉnh Hoàng Đình Lâm",
    "Phó Chủ tịch Thường trực UBND tỉnh Vũ Thị Thanh Hương",
    "Chánh Văn phòng UBND tỉnh Trần Quang Huy",
    "Phó Chánh Văn phòng UBND tỉnh Phạm Thu Trang",
    "bà Nông Thị Hạnh, trưởng thôn",
    "ông Lý Văn Thành, Chủ tịch Hội Nông dân xã",
    "bà Đỗ Minh Nguyệt, hiệu trưởng trường tiểu học",
    "ông Bế Xuân Trường, bí thư chi bộ",
)
_REASONS = (
    "mưa kéo dài làm nhiều đoạn đường bị chia cắt",
    "giá vật liệu xây dựng tăng cao so với dự toán",
    "một số hộ chưa thống nhất phương án bồi thường",
    "phần mềm cũ không còn đáp ứng được khối lượng công việc",
    "nhân lực ở cơ sở vừa thiếu, vừa phải kiêm nhiệm nhiều việc",
    "quy trình phối hợp giữa các cơ quan còn chồng chéo",
)
_SENTENCES = (
    "Theo {unit}, đến hết tháng {month}, công tác {matter} đã đạt {percent} % kế hoạch năm.",
    "{person_start} đề nghị {unit} {action}, không để công việc dồn vào những tháng cuối năm.",
    "Tại {place}, đoàn công tác đã kiểm tra thực tế và nghe ý kiến của {number} hộ dân.",
    "Nguyên nhân chủ yếu được chỉ ra là {reason}.",
    "Trong quý tới, {unit} sẽ {action}, đồng thời {other_action}.",
    "Người dân {place} mong muốn chính quyền quan tâm hơn nữa đến công tác {matter}.",
    "So với cùng kỳ, số hồ sơ đúng hạn tăng {percent} %, số hồ sơ quá hạn giảm {number} vụ.",
    "{person_start} cho rằng việc cần làm ngay là {action}, bởi {reason}.",
    "Văn phòng được giao theo dõi, đôn đốc và tổng hợp kết quả trước ngày {day} hằng tháng.",
    "Đến nay đã có {number} thôn, bản hoàn thành; các thôn còn lại phấn đấu xong trước mùa mưa.",
    "Cùng với đó, {place} đã chủ động {action} và bước đầu cho kết quả tốt.",
    "Nhiều ý kiến cho rằng {matter} chỉ thành công khi có sự đồng thuận của người dân.",
    "Kinh phí thực hiện khoảng {money} tỷ đồng, lấy từ ngân sách tỉnh và nguồn xã hội hóa.",
    "{unit_start} phối hợp với {place} {action} để sớm đưa công trình vào sử dụng.",
    "Những nơi làm tốt đều có điểm chung là {action} và {other_action}.",
    "Đoàn đã thăm các gia đình chính sách, tặng {number} suất quà cho học sinh khó khăn.",
)
_CLOSING = (
    "Xem thêm các bài trong mục [Thông báo](/chuyen-muc/thong-bao/) hoặc tra cứu tại "
    "[cơ sở dữ liệu văn bản](https://vanban.vinhson.example/)."
)
_BOLD = ("Về thời gian", "Về trách nhiệm", "Về kinh phí", "Về cách làm", "Về thông tin")
_HEADINGS = ("Kết quả bước đầu", "Khó khăn còn lại", "Việc cần làm tiếp", "Ý kiến từ cơ sở")


def make_sentence(dice: Random) -> str:
    unit, person = dice.choice(UNITS), dice.choice(_PEOPLE)
    action, other_action = dice.sample(ACTIONS, 2)
    return dice.choice(_SENTENCES).format(
        unit=unit,
        unit_start=unit,
        person_start=capitalise(person),
        place=dice.choice(PLACES),
        matter=dice.choice(MATTERS),
        action=action,
        other_action=other_action,
        reason=dice.choice(_REASONS),
        month=dice.randrange(1, 13),
        day=dice.randrange(10, 29),
        number=dice.randrange(11, 99),
        percent=f"{dice.randrange(31, 99)},{dice.randrange(1, 10)}",
        money=f"{dice.randrange(2, 90)},{dice.randrange(1, 10)}",
    )


def make_body(dice: Random, photos: tuple[str, str]) -> str:
    """Return Markdown of some 600 words: paragraphs, headings, a list, two photos, links."""
    first, second = (_photo(dice, address) for address in photos)
    headings = dice.sample(_HEADINGS, 2)
    has_table = dice.randrange(4) == 0
    parts = [
        *(_paragraph(dice), first, _paragraph(dice)),
        *(f"## {headings[0]}", _paragraph(dice), _list(dice), _paragraph(dice), second),
        *(f"## {headings[1]}", _table(dice) if has_table else _quotation(dice), _paragraph(dice)),
        _CLOSING,
    ]
    return "\n\n".join(parts) + "\n"


def capitalise(text: str) -> str:
    """Return the text with its first letter as a capital, the others as they are."""
    return text[:1].upper() + text[1:]


def _paragraph(dice: Random) -> str:
    sentences = [make_sentence(dice) for _ in range(dice.randrange(5, 8))]
    bold = dice.randrange(len(sentences))
    words = sentences[bold].split(" ")
    sentences[bold] = " ".join([f"**{' '.join(words[:3])}**", *words[3:]])
    return " ".join(sentences)


def _list(dice: Random) -> str:
    chosen = dice.sample(_BOLD, dice.randrange(3, 6))
    return "\n".join(f"- **{name}:** {make_sentence(dice)}" for name in chosen)


def _quotation(dice: Random) -> str:
    return f"> {make_sentence(dice)} {make_sentence(dice)}"


def _table(dice: Random) -> str:
    rows = [
        f"| {capitalise(p)} | {dice.randrange(9, 99)} | {dice.randrange(50, 99)} % |"
        for p in dice.sample(PLACES, 5)
    ]
    return "\n".join(["| Nơi thực hiện | Số hồ sơ | Đúng hạn |", "|---|---|---|", *rows])


def _photo(dice: Random, address: str) -> str:
    return f"![Cán bộ làm việc với người dân tại {dice.choice(PLACES)}]({address})"
