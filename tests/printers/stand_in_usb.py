"""A printer on a USB bus that is not there: pyusb's own backend interface, with the fake printer's engine behind it."""

from __future__ import annotations

import errno
import select
from types import SimpleNamespace

import usb.backend
import usb.core

from printers.drivers.fake.engine import Engine
from tests.printers.stand_in import StandIn

VENDOR, PRODUCT = 0x04B8, 0x0E28


class Usb(StandIn, usb.backend.IBackend):
    """pyusb's backend with one printer on the bus: an interface of class 7 with a bulk endpoint each way."""

    url = f"usb://{VENDOR:04x}:{PRODUCT:04x}"

    def __init__(self, folder, monkeypatch):
        self.engine, self.plugged, self.system_holds, self.denied = Engine(), True, True, False
        self.pulled_at = None  # the byte of a job at which it is unplugged
        monkeypatch.setattr("libusb_package.get_libusb1_backend", lambda: self)

    def stop(self):
        self.plugged = False

    def start(self):
        self.plugged = True

    def enumerate_devices(self):
        return iter(["printer"] if self.plugged else [])

    def get_device_descriptor(self, dev):
        names = "bLength bDescriptorType bcdUSB bDeviceClass bDeviceSubClass bDeviceProtocol bMaxPacketSize0 bcdDevice"
        return SimpleNamespace(
            **dict.fromkeys([*names.split(), "iManufacturer", "iProduct", "iSerialNumber"], 0),
            **dict.fromkeys(["address", "bus", "port_number", "port_numbers", "speed"]),
            idVendor=VENDOR,
            idProduct=PRODUCT,
            bNumConfigurations=1,
        )

    def get_configuration_descriptor(self, dev, config):
        names = "bLength bDescriptorType wTotalLength iConfiguration bmAttributes bMaxPower"
        only(config)
        return SimpleNamespace(
            **dict.fromkeys(names.split(), 0), bNumInterfaces=1, bConfigurationValue=1, extra_descriptors=[]
        )

    def get_interface_descriptor(self, dev, intf, alt, config):
        names = "bLength bDescriptorType bInterfaceNumber bAlternateSetting bInterfaceSubClass bInterfaceProtocol"
        only(intf, alt)
        return SimpleNamespace(
            **dict.fromkeys([*names.split(), "iInterface"], 0), bNumEndpoints=2, bInterfaceClass=7, extra_descriptors=[]
        )

    def get_endpoint_descriptor(self, dev, ep, intf, alt, config):
        names = "bLength bDescriptorType bInterval bRefresh bSynchAddress"
        return SimpleNamespace(
            **dict.fromkeys(names.split(), 0),
            bEndpointAddress=(0x82, 0x01)[ep],
            bmAttributes=2,
            wMaxPacketSize=64,
            extra_descriptors=[],
        )

    def open_device(self, dev):
        if self.denied:
            raise usb.core.USBError("Access denied (insufficient permissions)", -3, errno.EACCES)
        return "handle"

    def close_device(self, dev_handle):
        self.system_holds = False

    def get_configuration(self, dev_handle):
        return 1

    def is_kernel_driver_active(self, dev_handle, intf):
        return self.system_holds

    def detach_kernel_driver(self, dev_handle, intf):
        self.system_holds = False

    def claim_interface(self, dev_handle, intf):
        if self.system_holds:
            raise usb.core.USBError("Resource busy", -6, errno.EBUSY)

    def release_interface(self, dev_handle, intf):
        """Let go."""

    def bulk_write(self, dev_handle, ep, intf, data, timeout):
        assert ep == 0x01
        if self.pulled_at is not None and self.engine.job_bytes >= self.pulled_at:
            self.plugged = False
            raise usb.core.USBError("No such device (it may have been disconnected)", -4, errno.ENODEV)
        taken = self.engine.take(bytes(data))
        self.engine.step(len(data))
        return taken or self.waited(timeout)

    def bulk_read(self, dev_handle, ep, intf, buff, timeout):
        assert ep == 0x82
        heard = self.engine.heard()
        buff[: len(heard)] = type(buff)("B", heard)
        return len(heard) if heard else self.waited(timeout)

    def waited(self, timeout):
        select.select([], [], [], timeout / 1000)
        raise usb.core.USBTimeoutError("Operation timed out", -7, errno.ETIMEDOUT)


def only(*numbers):
    if any(numbers):
        raise IndexError
