"""The system's certificates are read once for each time that they changed."""

import os
import ssl
from pathlib import Path

import pytest
import trustme

from editor.system.http import trust


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the file of the system's certificates; it holds one."""
    file = tmp_path / "system.pem"
    trustme.CA().cert_pem.write_to_path(str(file))
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    monkeypatch.setattr("sys.platform", "linux")
    return file


def names(context: ssl.SSLContext) -> set[str]:
    return {str(one["serialNumber"]) for one in context.get_ca_certs()}


def test_they_are_read_once(system: Path) -> None:
    assert trust(None) is trust(None)
    assert len(names(trust(None))) == 1


def test_they_are_read_again_when_they_changed(system: Path) -> None:
    before = trust(None)
    trustme.CA().cert_pem.write_to_path(str(system))
    os.utime(system, ns=(0, 0))
    assert names(trust(None)) & names(before) == set()


def test_those_of_a_file_are_trusted_in_its_run_alone(system: Path, tmp_path: Path) -> None:
    more = tmp_path / "more.pem"
    trustme.CA().cert_pem.write_to_path(str(more))
    usual = trust(None)
    both = names(trust(more))
    assert len(both) == 2
    assert names(usual) < both
    assert names(trust(None)) == names(usual)


def test_a_certificate_is_always_asked_for_and_its_host_compared(system: Path) -> None:
    for context in (trust(None), trust(system)):
        assert context.verify_mode is ssl.CERT_REQUIRED
        assert context.check_hostname
