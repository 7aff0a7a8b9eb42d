"""A push service on this machine, with a certificate of its own making: what comes is held to RFC 8030 and RFC 8292."""

from __future__ import annotations

import json
import ssl
import threading
from base64 import urlsafe_b64decode
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

HOST = "127.0.0.1"


def decoded(text: str) -> bytes:
    """base64url without its padding."""
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


@dataclass(frozen=True)
class Message:
    """What a server posted."""

    address: str
    headers: dict[str, str]
    body: bytes

    def claims(self, public_key: str) -> dict[str, Any]:
        """What the sender claims to be. Fails unless they signed it with the key of this public key (RFC 8292)."""
        scheme, _, said = self.headers["Authorization"].partition(" ")
        parts = dict(part.strip().split("=", 1) for part in said.split(","))
        assert scheme == "vapid"
        assert parts["k"] == public_key
        head, claims, signature = parts["t"].split(".")
        assert json.loads(decoded(head))["alg"] == "ES256"
        raw = decoded(signature)
        assert len(raw) == 64
        signed = encode_dss_signature(int.from_bytes(raw[:32]), int.from_bytes(raw[32:]))
        key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), decoded(parts["k"]))
        key.verify(signed, f"{head}.{claims}".encode(), ec.ECDSA(hashes.SHA256()))
        told: dict[str, Any] = json.loads(decoded(claims))
        return told


class PushService:
    """`status` is what it answers; while `open` is not set it keeps everybody waiting."""

    def __init__(self, folder: Path) -> None:
        self.certificate = folder / "push-service.pem"
        self.certificate.write_bytes(_certificate())
        self.messages: list[Message] = []
        self.status = 201
        self.location = ""
        self.cookie = ""
        self.open = threading.Event()
        self.open.set()
        self._server = ThreadingHTTPServer((HOST, 0), self._handler())
        self._server.daemon_threads = True
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(self.certificate)
        self._server.socket = tls.wrap_socket(self._server.socket, server_side=True)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def name(self) -> str:
        """How its addresses name it."""
        return f"{HOST}:{self._server.server_port}"

    def address(self, phone: str) -> str:
        """A phone's address there."""
        return f"https://{self.name}/send/{phone}"

    def stop(self) -> None:
        """End it, whoever waits."""
        self.open.set()
        self._server.shutdown()
        self._server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                service.messages.append(Message(self.path, dict(self.headers), body))
                service.open.wait()
                self.send_response(service.status)
                if service.location:
                    self.send_header("Location", service.location)
                if service.cookie:
                    self.send_header("Set-Cookie", service.cookie)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                """Nobody reads it."""

        return Handler


def _certificate() -> bytes:
    """A key and the certificate that it signed for itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    number = x509.random_serial_number()
    # Its own name: of two that sign for themselves under one, only the first is found.
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"push service {number}")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(number)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(HOST))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()) + made.public_bytes(Encoding.PEM)
