"""Makes corpus/rpm/: rpm's databases with the same packages, small pages so that each has all kinds of them.

python3 make-rpm-corpus.py: needs rpmbuild, an rpm with ndb (of Debian from 13 on), and db5.3_load (db5.3-util).
"""

import pathlib
import sqlite3
import subprocess
import tempfile

CORPUS = pathlib.Path(__file__).parent / "corpus" / "rpm"
SPEC = """
Name: {name}
{epoch}
Version: {version}
Release: 3
Summary: {name}
License: MIT
BuildArch: noarch
%description
%install
mkdir -p %{{buildroot}}/usr/bin %{{buildroot}}/usr/share/doc/{name} %{{buildroot}}/usr/share/{name}/b
touch %{{buildroot}}/usr/bin/{name} %{{buildroot}}/usr/share/doc/{name}/README
for file in {files}; do touch %{{buildroot}}/usr/share/{name}/$file; done
%files
/usr/bin/{name}
/usr/share/{name}
%doc /usr/share/doc/{name}/README
%ghost /var/log/{name}.log
"""
PACKAGES = [
    {"name": "greeter", "epoch": "Epoch: 2", "version": "1.0", "files": "a b/c d"},
    {"name": "many", "epoch": "", "version": "1.0~rc1", "files": " ".join(f"file{n}" for n in range(60))},
    {"name": "none", "epoch": "", "version": "7^git", "files": ""},
]


def run(*command, **options):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, **options)


def main():
    CORPUS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for package in PACKAGES:
            spec = folder / f"{package['name']}.spec"
            spec.write_text(SPEC.format(**package))
            top = ["--define", f"_topdir {folder}", "--define", "_buildhost localhost", "--define", f"_dbpath {folder}/none"]
            run("rpmbuild", *top, "-bb", str(spec), stderr=subprocess.DEVNULL)
        rpms = sorted(str(path) for path in folder.rglob("*.rpm"))
        for backend in ["sqlite", "ndb"]:
            root = folder / backend
            root.mkdir()
            where = ["--root", str(root), "--dbpath", "/rpm", "--define", f"_db_backend {backend}"]
            run("rpm", *where, "--excludedocs", "--nodeps", "--nosignature", "-i", *rpms)
        (CORPUS / "Packages.db").write_bytes((folder / "ndb/rpm/Packages.db").read_bytes())
        rows = sqlite3.connect(folder / "sqlite/rpm/rpmdb.sqlite").execute("SELECT hnum, blob FROM Packages").fetchall()
        write_sqlite(rows)
        write_berkeley(rows, folder, "Packages", 1234)
        write_berkeley(rows, folder, "Packages.big-endian", 4321)


def write_sqlite(rows):
    """With rpm's own schema of that table."""
    path = CORPUS / "rpmdb.sqlite"
    path.unlink(missing_ok=True)
    database = sqlite3.connect(path)
    database.execute("PRAGMA page_size = 512")
    database.execute("CREATE TABLE 'Packages' (hnum INTEGER PRIMARY KEY AUTOINCREMENT,blob BLOB NOT NULL)")
    database.executemany("INSERT INTO Packages VALUES (?, ?)", rows)
    database.commit()
    database.close()


def write_berkeley(rows, folder, name, order):
    """Beside packages, under 0, the number that the last one got."""
    lines = ["VERSION=3", "format=bytevalue", "type=hash", "db_pagesize=512", f"db_lorder={order}", "HEADER=END"]
    for number, value in [(0, rows[-1][0].to_bytes(4, "little")), *rows]:
        lines += [" " + number.to_bytes(4, "little").hex(), " " + value.hex()]
    run("db5.3_load", str(folder / name), input="\n".join([*lines, "DATA=END", ""]).encode())
    (CORPUS / name).write_bytes((folder / name).read_bytes())


main()
