"""What pages weigh over the wire, as the browser itself counts it: headers and compressed bodies."""

from __future__ import annotations

from typing import Any

from tests.browser.support.devices import Device


class Scale:
    """Weighs what comes into the page of a device, with the cache as it is."""

    def __init__(self, device: Device) -> None:
        self._device = device
        self._addresses: dict[str, str] = {}
        self._arrived: dict[str, int] = {}
        session = device.context.new_cdp_session(device.page)
        session.on("Network.requestWillBeSent", self._asked)
        session.on("Network.loadingFinished", self._came)
        session.send("Network.enable")

    def weigh(self, path: str) -> int:
        """The bytes that come until `path` has all that it loads by itself."""
        self._arrived = {}
        self._device.go(path)
        self._device.page.evaluate("document.fonts.ready")
        self._device.page.wait_for_load_state("networkidle")
        return sum(self._arrived.values())

    def list(self) -> str:
        """What was weighed last, the heaviest first."""
        return "\n".join(
            f"{self._arrived[one]:7} {one}" for one in sorted(self._arrived, key=self._arrived.__getitem__)
        )

    def _asked(self, event: dict[str, Any]) -> None:
        self._addresses[event["requestId"]] = event["request"]["url"]

    def _came(self, event: dict[str, Any]) -> None:
        address = self._addresses.get(event["requestId"], "unknown")
        self._arrived[address] = self._arrived.get(address, 0) + round(event["encodedDataLength"])
