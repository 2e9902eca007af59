"""Which hosts a site is made ready for, and what it promises them."""

from __future__ import annotations

from dataclasses import dataclass

HOSTS = ("nginx", "apache", "caddy", "pages")


@dataclass(frozen=True, slots=True)
class HostingSettings:
    """`hosts`: nginx, apache, caddy, and pages (Netlify and Cloudflare: `_headers`, `_redirects`).

    `folder` receives the servers' configuration, below the project's folder: it is not published.
    `hsts_days` is how long browsers shall insist on HTTPS; 0 sends no such header.
    `policy_in_pages` repeats the content policy in each page, for hosts without headers.
    `security_contact` is whom finders of a hole may write to; "" writes no security.txt.
    `security_days` is how long security.txt holds, counted from the newest article's date.
    """

    hosts: tuple[str, ...] = HOSTS
    folder: str = "hosting"
    hsts_days: int = 365
    policy_in_pages: bool = False
    security_contact: str = ""
    security_days: int = 365

    def __post_init__(self) -> None:
        wrong = sorted(set(self.hosts) - set(HOSTS))
        if wrong:
            known = ", ".join(HOSTS)
            message = f"“hosts”: {', '.join(wrong)}? Chọn trong / choose from: {known}."
            raise ValueError(message)
        if self.hsts_days < 0 or self.security_days < 1:
            message = "“hsts_days” từ 0, “security_days” từ 1 trở lên / at least 0 and 1."
            raise ValueError(message)
        if self.security_contact and ":" not in self.security_contact:
            message = "“security_contact” phải là địa chỉ mailto: hoặc https: / must be an address."
            raise ValueError(message)
