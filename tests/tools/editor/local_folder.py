"""A folder on the editor's machine, as Chromium keeps one for a page: no dialog asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

# The dialog in which an editor chooses the folder is the one thing that no test can click.
CHOOSE = """
window.showDirectoryPicker = async () => {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle("cong-tin", { create: true });
};
"""
_WRITE = """
async (files) => {
  const root = await navigator.storage.getDirectory();
  const project = await root.getDirectoryHandle("cong-tin", { create: true });
  await project.getDirectoryHandle(".git", { create: true });
  for (const [path, text] of Object.entries(files)) {
    const folders = path.split("/");
    const name = folders.pop();
    let folder = project;
    for (const one of folders) folder = await folder.getDirectoryHandle(one, { create: true });
    const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await stream.write(text);
    await stream.close();
  }
}
"""
_READ = """
async () => {
  const files = {};
  const walk = async (folder, place) => {
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind === "directory") await walk(handle, `${place}${name}/`);
      else {
        const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
        files[place + name] = Array.from(bytes);
      }
    }
  };
  const root = await navigator.storage.getDirectory();
  await walk(await root.getDirectoryHandle("cong-tin"), "");
  return files;
}
"""


def put_files(page: Page, files: dict[str, str]) -> None:
    page.evaluate(_WRITE, files)


def read_files(page: Page) -> dict[str, bytes]:
    return {name: bytes(data) for name, data in page.evaluate(_READ).items()}


def copy_to_disk(files: dict[str, bytes], folder: Path) -> None:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
