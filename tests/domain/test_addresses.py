"""Of several addresses, the one that a phone in the room most likely reaches comes first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socinno_tui.domain.addresses import OwnAddress, likely_first

LOOPBACK = OwnAddress("127.0.0.1", 8, "lo")
WIRELESS = OwnAddress("192.168.1.20", 24, "wlp2s0")
CABLE = OwnAddress("10.20.4.7", 16, "enp0s31f6")
DOCKER = OwnAddress("172.17.0.1", 16, "docker0")


def test_the_way_out_is_offered_first_and_this_machine_alone_last() -> None:
    found = likely_first([LOOPBACK, DOCKER, CABLE, WIRELESS], way_out="192.168.1.20")
    assert found == (WIRELESS, CABLE, DOCKER, LOOPBACK)


def test_behind_a_tunnel_the_network_of_the_room_comes_first_all_the_same() -> None:
    tunnel = OwnAddress("10.8.0.6", 24, "tun0")
    assert likely_first([tunnel, WIRELESS], way_out="10.8.0.6") == (WIRELESS, tunnel)


def test_an_own_hotspot_is_reached_though_it_is_no_way_out() -> None:
    hotspot = OwnAddress("192.168.137.1", 24, "Microsoft Wi-Fi Direct Virtual Adapter #2")
    assert hotspot.is_likely
    assert likely_first([LOOPBACK, hotspot]) == (hotspot, LOOPBACK)


@pytest.mark.parametrize(
    "name",
    [
        "docker0",
        "br-3f2a90c1d2e4",
        "veth12ab",
        "virbr0",
        "vboxnet0",
        "VirtualBox Host-Only Ethernet Adapter",
        "VMware Network Adapter VMnet8",
        "vEthernet (WSL)",
        "Hyper-V Virtual Ethernet Adapter",
        "tun0",
        "utun3",
        "TAP-Windows Adapter V9",
        "wg0",
        "WireGuard Tunnel",
        "tailscale0",
        "ztabcdef12",
        "ppp0",
        "Cisco AnyConnect VPN",
        "cni0",
        "lxcbr0",
    ],
)
def test_what_only_looks_like_a_network_card_is_unlikely(name: str) -> None:
    assert not OwnAddress("192.168.56.1", 24, name).is_likely


@pytest.mark.parametrize(
    "name",
    [
        "wlan0",
        "eth0",
        "en0",
        "enp3s0",
        "Wi-Fi",
        "Ethernet 2",
        "Intel(R) Wi-Fi 6E AX211 160MHz",
        "Realtek PCIe GbE Family Controller",
        "Qualcomm Atheros QCA9377 Wireless Network Adapter",
        "Fortune Wireless",
    ],
)
def test_a_network_card_is_likely(name: str) -> None:
    assert OwnAddress("192.168.1.20", 24, name).is_likely


@pytest.mark.parametrize(
    ("ip", "prefix"), [("169.254.8.1", 16), ("10.0.0.2", 31), ("10.0.0.2", 32)]
)
def test_a_network_without_phones_in_it_is_unlikely(ip: str, prefix: int) -> None:
    assert not OwnAddress(ip, prefix, "eth0").is_likely


def test_a_public_address_comes_after_the_buildings_own() -> None:
    public = OwnAddress("145.18.10.4", 24, "eth1")
    assert likely_first([public, CABLE]) == (CABLE, public)


@given(
    st.lists(st.builds(OwnAddress, st.ip_addresses(v=4).map(str), st.integers(0, 32), st.text())),
    st.text(),
)
def test_each_address_is_offered_once_in_the_same_order(
    found: list[OwnAddress], way_out: str
) -> None:
    offered = likely_first(found, way_out)
    assert sorted(one.ip for one in offered) == sorted({one.ip for one in found})
    assert likely_first(offered, way_out) == offered
