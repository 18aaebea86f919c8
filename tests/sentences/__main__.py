"""Write what the kit finds now into the files: read the difference before it is committed."""

from tests.sentences import FOLDER, everything, sections

for file in sorted(FOLDER.glob("*.txt")):
    parts = []
    for heading, kept in sections(file.stem):
        texts = [text for text, _ in kept]
        lines = [line for text, found in zip(texts, everything(texts)) for line in (text, *(f"  {f}" for f in found))]
        parts.append("\n".join([f"# {heading}", *lines]))
    file.write_text("\n\n".join(parts) + "\n", "utf-8")
