"""Reads Python as a tree, so that a rule sees what the code says and not how it is spelled.

Every function takes the folder of a repository, so that a test can hand it one with a fault planted in it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Module:
    """A Python file: its path below the repository, with slashes, and its tree."""

    path: str
    tree: ast.Module


def modules(root: Path, *folders: str) -> Iterator[Module]:
    """Every Python file below these folders of the repository `root`."""
    for folder in folders:
        for path in sorted((root / folder).rglob("*.py")):
            yield Module(path.relative_to(root).as_posix(), ast.parse(path.read_text("utf-8"), str(path)))


def imported(tree: ast.Module) -> set[str]:
    """Every module a file names in an import, late ones and those by a literal name included: {"redis.retry", …}."""
    found: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                found.update(alias.name for alias in names)
            case ast.ImportFrom(module=str(module), level=0):
                found.add(module)
            case ast.Call(
                func=ast.Attribute(attr="import_module") | ast.Name(id="import_module" | "__import__"),
                args=[ast.Constant(value=str(name)), *_],
            ):
                found.add(name)
    return found


def importers(root: Path, package: str) -> list[str]:
    """The files of server/ and printers/ that import `package` or something inside it."""
    return [
        module.path
        for module in modules(root, "server", "printers")
        if any(name == package or name.startswith(f"{package}.") for name in imported(module.tree))
    ]


def callers(root: Path, name: str) -> list[str]:
    """The files of server/ and printers/ that call something named `name`, as a function or as a method."""
    return [
        module.path
        for module in modules(root, "server", "printers")
        if any(isinstance(node, ast.Call) and _name_of(node.func) == name for node in ast.walk(module.tree))
    ]


def environment_readers(root: Path) -> list[str]:
    """The files of server/ and printers/ that read environment variables, by `os` or through pydantic-settings."""
    return [
        module.path
        for module in modules(root, "server", "printers")
        if _reads_environment(module.tree) or "pydantic_settings" in imported(module.tree)
    ]


def _reads_environment(tree: ast.Module) -> bool:
    doors = {"environ", "environb", "getenv", "getenvb"}
    nodes = list(ast.walk(tree))
    names_of_os = {
        alias.asname or alias.name
        for node in nodes
        if isinstance(node, ast.Import)
        for alias in node.names
        if alias.name == "os"
    }
    for node in nodes:
        match node:
            case ast.ImportFrom(module="os", names=names) if doors & {alias.name for alias in names}:
                return True
            case ast.Attribute(value=ast.Name(id=name), attr=attr) if name in names_of_os and attr in doors:
                return True
    return False


def _name_of(function: ast.expr) -> str | None:
    match function:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return None
