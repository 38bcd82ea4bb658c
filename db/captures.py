"""Captures: what sources answered, compressed, each content once, so that it is read again without the network."""

import hashlib
import os
import tempfile
from pathlib import Path

from isal import igzip, isal_zlib


class CaptureFolder:
    """A folder of gzip files named by the sha256 of what they hold.

    Raises OSError if the disk is full or cannot be written; KeyError if a capture is not there.
    """

    def __init__(self, folder: Path):
        self.folder = folder

    def keep(self, body: bytes) -> str:
        """Store `body` unless it is there already; return its sha256. A file appears whole or not at all."""
        sha256 = hashlib.sha256(body).hexdigest()
        path = self._path(sha256)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
                try:
                    file.write(igzip.compress(body, mtime=0))
                    file.close()
                    os.replace(file.name, path)
                except BaseException:
                    os.unlink(file.name)
                    raise
        return sha256

    def read(self, sha256: str) -> bytes:
        """The bytes whose sha256 this is."""
        try:
            return igzip.decompress(self._path(sha256).read_bytes())
        except FileNotFoundError:
            raise KeyError(f"no capture {sha256}") from None

    def what_is_wrong(self, sha256: str) -> str:
        """Why a capture cannot be read again, "" if it can: what is kept still has the hash by which it is known."""
        try:
            body = self.read(sha256)
        except KeyError:
            return "the capture is gone"
        except (OSError, EOFError, isal_zlib.error) as error:
            return f"the capture cannot be read: {error}"
        return "" if hashlib.sha256(body).hexdigest() == sha256 else "the capture is not what was kept"

    def __contains__(self, sha256: str) -> bool:
        return self._path(sha256).exists()

    def _path(self, sha256: str) -> Path:
        return self.folder / sha256[:2] / f"{sha256}.gz"
