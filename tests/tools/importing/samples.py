"""Files as offices keep them: a conference report in Word, one in old fonts, a Drupal page."""

from __future__ import annotations

from tests.tools.importing.word_maker import (
    WordMaker,
    cell,
    font,
    numbered,
    paragraph,
    photo_bytes,
    run,
    table,
)

RED, GREEN, BLUE, GREY, GOLD, PINK = (
    photo_bytes(colour) for colour in ("red", "green", "blue", "grey", "gold", "pink")
)
LEAD = (
    "Sáng 20/01/2021, Văn phòng Ủy ban nhân dân tỉnh tổ chức Hội nghị tổng kết công tác năm 2020 "
    "và triển khai nhiệm vụ năm 2021."
)


def office_report() -> bytes:
    """Return a report formatted by hand: five placements of photos, a table, typed lists."""
    word = WordMaker()
    caption = {"align": "center"}
    return word.save(
        paragraph(run("Hội nghị tổng kết công tác văn phòng", bold=True), align="center"),
        paragraph(run("năm 2020", bold=True), align="center"),
        paragraph(),
        paragraph(run(LEAD, bold=True), align="both"),
        # 1: the caption is the next paragraph, after an empty one.
        paragraph(word.photo("image1.jpeg", RED, "A group of people"), align="center"),
        paragraph(),
        paragraph(run('Toàn cảnh "Hội nghị"', italic=True), **caption),
        paragraph(
            run("Năm 2020, Văn phòng đã tiếp nhận "),
            run("15.518", bold=True),
            run(" văn bản; diện tích kho lưu trữ là 120 m"),
            run("2", more='<w:vertAlign w:val="superscript"/>'),
            run("."),
            word.note("Số liệu đến ngày 31/12/2020."),
        ),
        # 2: the caption follows a line break in the photo's own paragraph.
        paragraph(
            word.photo("image2.jpeg", GREEN, "Ông Bình đứng trên bục phát biểu"),
            run("\nChánh Văn phòng phát biểu khai mạc. Ảnh: Thu Hà", italic=True),
            align="center",
        ),
        paragraph(run("1. Kết quả đạt được", bold=True)),
        paragraph(run("- Công tác tham mưu, tổng hợp:")),
        paragraph(run("+ Ban hành 1.200 văn bản;")),
        paragraph(run("+ Tổ chức 85 cuộc họp.")),
        paragraph(run("- Công tác "), run("cải cách hành chính", italic=True), run(".")),
        # 3: a table that only puts two photos beside each other, captions below.
        table(
            [
                cell(paragraph(word.photo("image3.jpeg", BLUE))),
                cell(paragraph(word.old_photo("image4.jpeg", GREY))),
            ],
            [
                cell(paragraph(run("Đại biểu thảo luận", italic=True))),
                cell(paragraph(run("Đại biểu biểu quyết", italic=True))),
            ],
        ),
        paragraph(run("Bảng 1. Văn bản đã ban hành")),
        table(
            [
                cell(paragraph(run("Loại văn bản", bold=True))),
                cell(paragraph(run("Số lượng", bold=True))),
            ],
            [cell(paragraph(run("Quyết định"))), cell(paragraph(run("1.020")))],
            [cell(paragraph(run("Công văn | tờ trình"))), cell(paragraph(run("180")))],
        ),
        paragraph(run("2. Nhiệm vụ năm 2021", bold=True)),
        numbered(run("Hoàn thành số hóa hồ sơ.")),
        numbered(run("Rút ngắn thời gian xử lý:")),
        numbered(run("văn bản thường: 2 ngày;"), depth=1),
        numbered(run("văn bản khẩn: trong ngày.")),
        # 4: a photo in the middle of a paragraph.
        paragraph(
            run("Bế mạc Hội nghị, "),
            word.photo("image5.png", photo_bytes("gold", "PNG")),
            run("lãnh đạo Văn phòng trao giấy khen cho các tập thể và cá nhân có thành tích xuất "),
            run("sắc trong năm, theo "),
            word.link("Quyết định số 12/QĐ-VP", "https://vinhson.example/vb/12 (1).pdf"),
            run("."),
        ),
        # 5: a photo whose caption has Word's own style; the first photo once more.
        paragraph(word.photo("image6.jpeg", RED)),
        paragraph(run("Chụp ảnh lưu niệm"), style="Caption"),
        paragraph(run("Tin, ảnh: Thu Hà", bold=True), align="right"),
    )


def old_fonts_report() -> bytes:
    """Return a report in TCVN3 fonts, a heading in capitals, and a sentence in VNI."""
    tcvn3, capitals, vni = font(".VnTime"), font(".VnTimeH"), font("VNI-Times")
    word = WordMaker()
    return word.save(
        paragraph(run("héi nghÞ tæng kÕt", bold=True, more=capitals), align="center"),
        paragraph(
            run("S¸ng ngµy 20 th¸ng 01 n¨m 2005, ñy ban nh©n d©n tØnh tæ ", more=tcvn3),
            run("chøc", italic=True, more=tcvn3),
            run(" héi nghÞ tæng kÕt c«ng t¸c n¨m 2004.", more=tcvn3),
        ),
        paragraph(word.photo("image1.png", photo_bytes("blue", "PNG")), align="center"),
        paragraph(run("Toµn c¶nh héi nghÞ", italic=True, more=tcvn3), align="center"),
        paragraph(run("Ñoàng chí Chuû tòch UÛy ban nhaân daân tænh keát luaän.", more=vni)),
        paragraph(run("NguyÔn V¨n Th\u00ad", bold=True, more=tcvn3), align="right"),
    )


DRUPAL_PAGE = """<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8">
<title>Hội nghị tổng kết năm 2020 | Cổng thông tin điện tử</title>
<link rel="canonical" href="https://cong.vinhson.example/tin-tuc/hoi-nghi">
<meta property="article:published_time" content="2021-01-20T08:30:00+07:00">
</head><body>
<nav><a href="/">Trang chủ</a></nav>
<h1 class="page-header">Hội nghị tổng kết&nbsp;năm 2020</h1>
<article class="node">
<div class="submitted">Đăng bởi admin - 20/01/2021</div>
<div class="field field--name-body"><div class="field__item">
<p class="rteright">&nbsp;</p>
<p style="text-align: justify"><strong>Sáng 20/01, Văn phòng UBND tỉnh tổ chức Hội nghị
tổng kết công tác năm 2020.</strong><o:p></o:p></p>
<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]-->
<p style="text-align:center"><img alt="hop (1).jpg"
 src="/sites/default/files/styles/large/public/2021-01/hop%20(1).jpg?itok=aBc123"></p>
<p>\u200b</p>
<p style="text-align:center"><em>Toàn cảnh Hội nghị</em></p>
<p><span style="font-size:14px"><span style="font-family:Arial">Tổng số hồ sơ là <b>15.518</b>,
tăng 5&nbsp;%.</span></span></p>
<p><strong>Kết quả</strong></p>
<ul><li>Cấp tỉnh:<ul><li>đúng hạn 98 %;</li></ul></li><li>Cấp huyện.</li></ul>
<p>- Rà soát thủ tục;<br>tiếp tục rút ngắn.</p>
<figure><img src="/sites/default/files/2021-01/trao-thuong.jpg" alt="Ông Bình trao hoa cho bà Hà">
<figcaption>Trao thưởng</figcaption></figure>
<p><img src="/sites/default/files/2021-01/mat-roi.jpg"></p>
<table border="1"><tbody>
<tr><td><p><strong>Đơn vị</strong></p></td><td colspan="2"><p><strong>Kết quả</strong></p></td></tr>
<tr><td rowspan="2">Sở Nội vụ</td><td>Đúng hạn</td><td>97,1 %</td></tr>
<tr><td>Trễ hạn</td><td>2,9 %</td></tr>
</tbody></table>
<p>Xem <a href="/sites/default/files/bao%20cao.pdf">báo cáo đầy đủ</a> và
<a href="../lien-he">trang liên hệ</a>, <a href="javascript:void(0)">in trang</a>.</p>
<p>1. Giao Sở Nội vụ theo dõi a_b và *số liệu* &lt;mới&gt;.</p>
<script>alert(1)</script>
</div></div>
<div class="field--name-field-tags"><a href="/tags/1">hội nghị</a>
<a href="/tags/2">văn phòng</a></div>
<p style="text-align:right"><strong>Ngoài bài</strong></p>
</article><footer>Chân trang</footer></body></html>
"""

WORDPRESS_EXPORT = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Cổng cũ</title>
<item><title>Thông báo nghỉ Tết</title><link>https://cu.example/nghi-tet/</link>
<pubDate>Wed, 20 Jan 2021 01:30:00 +0000</pubDate><dc:creator>Thu Hà</dc:creator>
<guid>https://cu.example/?p=12</guid>
<category domain="category" nicename="thong-bao">Thông báo</category>
<category domain="post_tag" nicename="tet">nghỉ Tết</category>
<content:encoded><![CDATA[Văn phòng thông báo lịch nghỉ Tết Tân Sửu năm 2021 như sau.

[caption id="a" width="300"]<img src="https://cu.example/wp-content/uploads/2021/01/tet-300x200.jpg"
alt="Cành đào trước trụ sở" /> Trụ sở ngày Tết[/caption]

Nghỉ từ ngày <strong>10/02</strong> đến hết ngày 16/02.]]></content:encoded>
<wp:post_date>2021-01-20 08:30:00</wp:post_date><wp:post_type>post</wp:post_type>
<wp:status>publish</wp:status></item>
<item><title>tet.jpg</title><guid>https://cu.example/?p=13</guid>
<wp:post_type>attachment</wp:post_type></item>
</channel></rss>
"""
