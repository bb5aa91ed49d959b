"""An import contract of our own for import-linter: a package that is pure."""

import sys

from importlinter import Contract, ContractCheck, fields, output


class Pure(Contract):
    """Modules of `packages` import each other and the standard library, without what reads clock, chance or world.

    `impure` lists those parts of the standard library. Chance from a seed (`random.Random(seed)`) is allowed.
    """

    packages = fields.ListField(subfield=fields.StringField())
    impure = fields.ListField(subfield=fields.StringField())

    def check(self, graph, verbose):  # type: ignore[no-untyped-def]
        found = []
        for package in self.packages:
            for module in sorted({package, *graph.find_descendants(package)}):
                for imported in sorted(graph.find_modules_directly_imported_by(module)):
                    top = imported.partition(".")[0]
                    ours = any(imported == own or imported.startswith(f"{own}.") for own in self.packages)
                    if ours or (top in sys.stdlib_module_names and top not in self.impure):
                        continue
                    lines = [d["line_number"] for d in graph.get_import_details(importer=module, imported=imported)]
                    found.append((module, imported, lines))
        return ContractCheck(kept=not found, metadata={"found": found})

    def render_broken_contract(self, check):  # type: ignore[no-untyped-def]
        for module, imported, lines in check.metadata["found"]:
            output.print_error(f"{module} imports {imported} (line {', '.join(map(str, lines))})")
