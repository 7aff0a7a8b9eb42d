"""USB, by the numbers of vendor and product, through libusb: no driver of the system has to know the printer.

libusb comes as a package, so a bare machine needs nothing installed. What it does need is the permission to open the
device, which a udev rule gives.
"""

from __future__ import annotations

import errno
from dataclasses import dataclass
from typing import Any

import libusb_package
import usb.core
import usb.util
from usb.backend import IBackend

from printers.drivers.links import BrokenError, CannotOpenError

PRINTER_CLASS = 7

# Bytes a transfer: large enough for the bus, small enough that progress shows.
CHUNK = 4096

ADVICE = {
    errno.EACCES: "This user may not open the USB printer {name}. Install Accueil’s udev rule for printers, or add "
    "the user to the group “lp”; then plug the printer in again.",
    errno.EBUSY: "Another program holds the USB printer {name}. Stop it, or take the printer out of CUPS.",
    errno.ENODEV: "The USB printer {name} has just been unplugged or switched off.",
}


@dataclass(frozen=True, slots=True)
class Ports:
    """Where bytes go in, and come out if they do."""

    interface: int
    out: int
    back: int | None
    back_size: int


def open_usb(vendor: int, product: int, seconds: float = 0, backend: IBackend | None = None) -> UsbLink:
    """Open the first printer with these numbers; USB never waits. Raises CannotOpenError."""
    del seconds
    name = f"{vendor:04x}:{product:04x}"
    device = None
    try:
        device = usb.core.find(
            idVendor=vendor, idProduct=product, backend=backend or libusb_package.get_libusb1_backend()
        )
        if device is None:
            raise CannotOpenError(f"No USB printer {name} is there. Is it switched on and plugged in?")
        ports = ports_of(device, name)
        if device.is_kernel_driver_active(ports.interface):
            device.detach_kernel_driver(ports.interface)
        usb.util.claim_interface(device, ports.interface)
    except usb.core.NoBackendError as trouble:
        raise CannotOpenError(
            "USB does not work on this machine: libusb cannot be loaded. Reinstall Accueil."
        ) from trouble
    except (usb.core.USBError, NotImplementedError) as trouble:
        if device is not None:
            usb.util.dispose_resources(device)
        advice = ADVICE.get(
            getattr(trouble, "errno", None) or 0, "The USB printer {name} cannot be opened: " + str(trouble)
        )
        raise CannotOpenError(advice.format(name=name)) from trouble
    return UsbLink(device, ports, name)


def ports_of(device: Any, name: str) -> Ports:
    """The printer interface's bulk endpoints, from the device's own description. Raises USBError, CannotOpenError."""
    try:
        configuration = device.get_active_configuration()
    except usb.core.USBError as trouble:
        if trouble.errno in (errno.EACCES, errno.ENODEV):
            raise
        # Never configured since it was plugged in. Configuring it again for each job would reset it.
        device.set_configuration()
        configuration = device.get_active_configuration()
    # Some printers call themselves “vendor specific”: then the first interface that takes bulk data is the one.
    for interface in sorted(configuration, key=lambda each: each.bInterfaceClass != PRINTER_CLASS):
        bulk = [each for each in interface if usb.util.endpoint_type(each.bmAttributes) == usb.util.ENDPOINT_TYPE_BULK]
        going = [each for each in bulk if usb.util.endpoint_direction(each.bEndpointAddress) == usb.util.ENDPOINT_OUT]
        coming = [each for each in bulk if usb.util.endpoint_direction(each.bEndpointAddress) == usb.util.ENDPOINT_IN]
        if going:
            back = coming[0] if coming else None
            return Ports(
                interface=interface.bInterfaceNumber,
                out=going[0].bEndpointAddress,
                back=None if back is None else back.bEndpointAddress,
                back_size=0 if back is None else back.wMaxPacketSize,
            )
    raise CannotOpenError(f"The USB device {name} is no printer: it takes no bulk data. Check the numbers with lsusb.")


class UsbLink:
    """A claimed device."""

    def __init__(self, device: Any, ports: Ports, name: str) -> None:
        """It is this link's alone."""
        self.device = device
        self.ports = ports
        self.name = name
        self.hears = ports.back is not None

    def write(self, data: bytes, seconds: float) -> int:
        """One transfer. What it took before its time was over counts."""
        try:
            return int(self.device.write(self.ports.out, data[:CHUNK], milliseconds(seconds)))
        except usb.core.USBTimeoutError:
            return 0
        except usb.core.USBError as trouble:
            raise self.broken() from trouble

    def unsent(self) -> int:
        """A transfer that is over has left."""
        return 0

    def read(self, seconds: float) -> bytes:
        """One packet."""
        if self.ports.back is None:
            return b""
        try:
            return bytes(self.device.read(self.ports.back, self.ports.back_size, milliseconds(seconds)))
        except usb.core.USBTimeoutError:
            return b""
        except usb.core.USBError as trouble:
            raise self.broken() from trouble

    def close(self, seconds: float, *, discard: bool = False) -> None:
        """Let go of it. The system's own printer driver stays off until the printer is plugged in again."""
        del seconds, discard
        try:
            usb.util.dispose_resources(self.device)
        except usb.core.USBError:
            return  # unplugged: there is nothing to let go of

    def broken(self) -> BrokenError:
        """Unplugged or switched off, most likely."""
        return BrokenError(f"The USB printer {self.name} is gone. Is it still switched on and plugged in?")


def milliseconds(seconds: float) -> int:
    """Time as libusb takes it; its 0 would mean “for ever”."""
    return max(1, round(seconds * 1000))
