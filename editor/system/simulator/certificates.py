"""A private certificate authority, made when it is needed and gone with the simulator."""

from __future__ import annotations

import ssl
import tempfile
from pathlib import Path
from typing import NamedTuple


class PrivateAuthority(NamedTuple):
    """What a server needs to speak TLS, and the file with which a client can trust it."""

    context: ssl.SSLContext
    ca_file: Path
    folder: tempfile.TemporaryDirectory[str]


def private_authority(*hosts: str) -> PrivateAuthority:
    """Return a new authority with a certificate for the hosts; clean its folder up afterwards."""
    import trustme  # takes a tenth of a second to load, and only one scenario needs it

    authority = trustme.CA(organization_name="Contoso (simulated)")
    certificate = authority.issue_cert(*hosts)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    certificate.configure_cert(context)  # pyright: ignore[reportUnknownMemberType] - pyOpenSSL
    folder = tempfile.TemporaryDirectory(prefix="librechat-ca-", ignore_cleanup_errors=True)
    ca_file = Path(folder.name, "ca.pem")
    authority.cert_pem.write_to_path(ca_file)
    return PrivateAuthority(context, ca_file, folder)
