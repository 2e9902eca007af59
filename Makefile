# Cổng Tin: every task by one name, here and in CI. `make` alone lists them.
# All paths in rules are relative: the folder may have spaces and Vietnamese letters in its name.

PYTHON ?= python3
PORT ?= 8000
JOBS ?= 2

VENV_PYTHON := .venv/bin/python
PELICAN := $(VENV_PYTHON) -m pelican content --output output
BUILD := $(PELICAN) --settings pelicanconf.py --fatal=errors
PYTEST := $(VENV_PYTHON) -m pytest
STYLESHEETS := theme/static/css/**/*.css

# UTF-8 whatever the machine's locale: file names and messages are Vietnamese.
export PYTHONUTF8 := 1
export PYTHON
# Debian keeps nginx, which tests start, where only root looks.
export PATH := $(PATH):/usr/sbin

.DEFAULT_GOAL := help
# Two set-up steps at once would fight for the package manager.
.NOTPARALLEL:
.PHONY: help html serve publish verify deploy rollback links pictures check-content new import \
	editor editor-page photos bulletin test check format golden nightly lock clean distclean \
	python python-dev node engine test-programs

help: ## Liệt kê các lệnh — list the targets
	@echo "Cổng Tin — cách dùng: make <lệnh>"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

html: python engine ## Dựng trang web vào output/ — build the site, with all set-up
	@echo "→ Dựng trang web từ content/ vào output/"
	@$(BUILD)

serve: python engine ## Dựng, xem tại máy, tự dựng lại khi sửa — preview, rebuilt on each change (PORT=8000)
	@echo "→ Xem trang web tại http://127.0.0.1:$(PORT)/ (Ctrl-C để dừng)"
	@$(VENV_PYTHON) -m tools.serve --port $(PORT) -- $(BUILD)

publish: python engine ## Dựng bản để đăng, cảnh báo là lỗi — build for the public, warnings are fatal
	@echo "→ Dựng bản để đăng vào output/"
	@$(PELICAN) --settings publishconf.py --fatal=warnings

new: python ## Bắt đầu bài mới: TITLE="…" (KIND=tin|thong-bao|hoi-nghi|lay-y-kien) — begin an article
	@echo "→ Bắt đầu bài mới"
	@$(VENV_PYTHON) -m tools.new $(if $(KIND),--kind "$(KIND)" )"$$TITLE"

import: python ## Nhập bài: FILE=… (.docx, .html, RSS, thư mục; PUBLISH=1, FILES=…) — import articles
	@echo "→ Nhập bài vào content/"
	@$(VENV_PYTHON) -m tools.importing $(if $(PUBLISH),--publish )$(if $(FILES),--files "$(FILES)" )"$(FILE)"

check-content: python ## Soát lỗi bài viết (FIX=1: sửa giúp, FORMAT=github|gitlab|json) — check articles
	@$(if $(FORMAT),:,echo "→ Soát các bài trong content/")
	@$(VENV_PYTHON) -m tools.check $(if $(FIX),--fix )$(if $(FORMAT),--format $(FORMAT) )content

editor: python node ## Trang soạn bài tại /admin/, không cần biết Git — the editing page (PORT=8000)
	@echo "→ Soạn bài tại http://127.0.0.1:$(PORT)/admin/ (Ctrl-C để dừng)"
	@$(VENV_PYTHON) -m tools.editor --port $(PORT) -- $(BUILD)

editor-page: python node ## Chỉ tạo trang soạn bài, để đăng cùng trang web — make the editing page only
	@echo "→ Tạo trang soạn bài"
	@$(VENV_PYTHON) -m tools.editor --only-page

photos: python ## Thu nhỏ ảnh gốc trong content/, cất bản gốc — shrink photos (DRY_RUN=1: only list)
	@echo "→ Chuẩn hóa ảnh trong content/, bản gốc cất vào .originals/"
	@$(VENV_PYTHON) -m plugins.photos.intake $(if $(DRY_RUN),--dry-run )content

verify: python ## So trang đang chạy với bản đã dựng — compare a live site with output/ (URL=…)
	@echo "→ So $(URL) với output/"
	@$(VENV_PYTHON) -m tools.verify "$(URL)"

deploy: python ## Đưa bản đã dựng lên nơi đăng — deploy output/ (TO=/srv/…, ssh:…, rclone:…)
	@echo "→ Đăng output/ lên $(TO)"
	@$(VENV_PYTHON) -m tools.deploy "$(TO)"

links: python ## Hỏi các liên kết ra ngoài còn sống không — ask whether outside links still answer
	@echo "→ Hỏi các liên kết ra ngoài của output/"
	@$(VENV_PYTHON) -m tools.links

rollback: python ## Trở về bản đăng trước — switch back to the release before (TO=/srv/…)
	@echo "→ Trở về bản trước ở $(TO)"
	@$(VENV_PYTHON) -m tools.deploy --rollback "$(TO)"

test: python-dev node test-programs ## Chạy mọi kiểm thử — run all tests (JOBS=2)
	@echo "→ Chạy kiểm thử"
	@$(PYTEST) --numprocesses=$(JOBS)

check: python-dev node ## Soát mã: ruff, mypy, stylelint — lint and check types
	@echo "→ Soát mã nguồn"
	@$(VENV_PYTHON) -m ruff check --quiet .
	@$(VENV_PYTHON) -m ruff format --quiet --check .
	@$(VENV_PYTHON) -m mypy --no-error-summary
	@node_modules/.bin/stylelint --allow-empty-input "$(STYLESHEETS)"

format: python-dev node ## Sửa kiểu trình bày của mã — format the code
	@echo "→ Trình bày lại mã nguồn"
	@$(VENV_PYTHON) -m ruff check --quiet --fix-only .
	@$(VENV_PYTHON) -m ruff format --quiet .
	@node_modules/.bin/stylelint --allow-empty-input --fix "$(STYLESHEETS)"

bulletin: python engine ## Bản tin PDF: một tháng, một chuyên mục — a bulletin (MONTH=2021-01 CATEGORY=tin-tuc)
	@test -n "$(MONTH)$(CATEGORY)" || { echo "Thiếu / missing: MONTH=2021-01, CATEGORY=tin-tuc"; exit 1; }
	@echo "→ Dựng trang web và bản tin vào output/"
	@$(BUILD) --extra-settings 'BULLETIN={"month": "$(MONTH)", "category": "$(CATEGORY)"}'
	@find output -name 'ban-tin*.pdf' -o -name 'bulletin*.pdf' | sed 's/^/→ /'

golden: python-dev ## Ghi lại các tệp mẫu, rồi xem git diff — rewrite the golden files
	@echo "→ Ghi lại các tệp mẫu trong tests/"
	@$(PYTEST) tests/site tests/tools/importing --golden

nightly: python-dev node test-programs ## Kiểm thử chậm, mỗi đêm một lần — the slow tests
	@echo "→ Chạy kiểm thử chậm"
	@$(PYTEST) -m nightly

pictures: python-dev test-programs ## Chụp lại hình trong README — take the README's pictures of output/
	@echo "→ Chụp các trang trong output/ vào docs/pictures/"
	@$(VENV_PYTHON) -m tools.pictures

lock: python ## Chốt lại phiên bản thư viện — pin the libraries anew, with hashes
	@echo "→ Chốt lại phiên bản thư viện trong requirements/ và package-lock.json"
	@sh tools/lock.sh

clean: ## Xoá trang đã dựng, giữ bộ nhớ đệm — remove output/, keep .cache/
	@echo "→ Xoá output/ (giữ .cache/)"
	@rm -rf output .mypy_cache .pytest_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -type d -not -path './.venv/*' -not -path './node_modules/*' \
		-prune -exec rm -rf {} +

distclean: clean ## Xoá tất cả những gì dựng lại được — remove all that can be made again
	@echo "→ Xoá .venv/, node_modules/ và .cache/"
	@rm -rf .venv node_modules .cache

# Set-up: each step is silent and takes milliseconds when nothing is to do.

python:
	@sh tools/install-programs.sh site
	@sh tools/make-venv.sh requirements/base.txt

python-dev: python
	@sh tools/make-venv.sh requirements/base.txt requirements/dev.txt

node:
	@sh tools/install-node-modules.sh tests

engine:
	@sh tools/install-node-modules.sh site

test-programs:
	@sh tools/install-programs.sh tests
